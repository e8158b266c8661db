"""How releases in Spanish word the block."""

from pressdesk.blocks.block import WayKind
from pressdesk.blocks.wordings import Wording

WORDING = Wording(
    language="es",
    # "con" and not "a": understood everywhere, and no article follows it.
    lead_in="Para más información, póngase en contacto con",
    labels={
        WayKind.EMAIL: "Correo electrónico",
        WayKind.OFFICE: "Tel.",
        WayKind.MOBILE: "Móvil",
        WayKind.WHATSAPP: "WhatsApp",
        WayKind.SATELLITE: "Tel. satelital",  # "Satélite" alone is the thing in the sky
        WayKind.FAX: "Fax",
    },
    extension="ext.",
    or_="o",
    and_="y",
    or_before=("u", ("o", "ho")),  # "Ana u Óscar"
    lead_ins=(
        "Para más información póngase en contacto con",
        "Para más información, contactar con",
        "Para más información, contactar a",
        "Para más información contactar",
        "Para más información, contacte con",
        "Para más información, contacte a",
        "Para más información, comuníquese con",
        "Para más información sobre …, póngase en contacto con",
        "Para obtener más información, póngase en contacto con",
        "Para obtener más información, comuníquese con",
        "Para mayor información, contactar a",
        "Para mayor información, comuníquese con",
        "Para información adicional, póngase en contacto con",
        "Para cualquier consulta, póngase en contacto con",
        "Para consultas de prensa, póngase en contacto con",
        "Para solicitar entrevistas, póngase en contacto con",
        "Para concertar entrevistas, póngase en contacto con",
    ),
    headings=(
        "Contacto", "Contactos", "Contacto de prensa", "Contactos de prensa", "Contacto prensa",
        "Contacto para prensa", "Contacto para la prensa", "Contacto de medios",
        "Contacto para medios", "Contactos para medios", "Contacto para los medios",
        "Contactos para los medios", "Contacto para medios de comunicación",
        "Contacto para los medios de comunicación", "Persona de contacto",
        "Datos de contacto", "Información de contacto", "Más información", "Mayor información",
        "Para más información", "Para mayor información", "Para mayores informes",
        "Para consultas de prensa", "Para entrevistas",
        "Mayores informes", "Consultas de prensa", "Consultas de los medios", "Atención a medios",
        "Oficina de prensa", "Gabinete de prensa", "Gabinete de comunicación",
        "Departamento de prensa", "Departamento de comunicación",
    ),
    other_labels={
        WayKind.EMAIL: ("Correo", "Correo-e", "E-mail", "Email", "Mail", "E"),
        WayKind.OFFICE: (
            "Tel", "Tels.", "T", "Teléfono", "Teléfonos", "Telefono", "Telf", "Telf.", "Tlf",
            "Tlf.", "Tfno", "Tfno.", "Fono", "Fijo", "Teléfono fijo", "Oficina", "Línea directa",
            "Centralita", "Conmutador", "PBX",
        ),
        WayKind.MOBILE: (
            "Movil", "Mov", "Mov.", "Móv.", "M", "Tel. móvil", "Teléfono móvil", "Celular", "Cel",
            "Cel.", "Tel. celular", "Teléfono celular",
        ),
        WayKind.WHATSAPP: ("Whats App", "Wasap", "WA"),
        WayKind.SATELLITE: (
            "Satelital", "Satélite", "Teléfono satelital", "Tel. por satélite",
            "Teléfono por satélite", "Teléfono vía satélite", "Thuraya", "Iridium",
        ),
        WayKind.FAX: ("F", "Telefax", "Facsímil"),
    },
    other_extensions=("ext", "extensión", "extension", "anexo", "interno", "int."),
    prefixes=(
        "Sr.", "Sr", "Señor", "Sra.", "Sra", "Señora", "Srta.", "Srta", "D.", "Don", "D.ª", "Dña.",
        "Doña", "Dr.", "Dr", "Dra.", "Dra", "Prof.", "Prof.ª", "Profa.", "Lic.", "Ing.", "Mtro.",
        "Mtra.", "Arq.",
    ),
    end_marks=("FIN", "-FIN-", "- FIN -", "– FIN –", "Fin del comunicado"),
    notes=(
        "Nota a los editores", "Notas a los editores", "Nota para los editores",
        "Notas para los editores", "Nota para editores", "Notas para editores",
        "Nota a la redacción", "Notas a la redacción",
        "Sobre nosotros",
    ),
    about=("Acerca de", "Sobre"),
)  # fmt: skip
