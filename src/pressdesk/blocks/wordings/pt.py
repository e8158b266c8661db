"""How releases in Portuguese word the block."""

from pressdesk.blocks.block import WayKind
from pressdesk.blocks.wordings import Wording

# What is printed is Brazilian throughout (contato, celular, ramal); what is read is European too.
WORDING = Wording(
    language="pt",
    lead_in="Para mais informações, entre em contato com",
    labels={
        WayKind.EMAIL: "E-mail",
        WayKind.OFFICE: "Tel.",
        WayKind.MOBILE: "Celular",
        WayKind.WHATSAPP: "WhatsApp",
        WayKind.SATELLITE: "Tel. via satélite",  # "Satélite" alone is the thing in the sky
        WayKind.FAX: "Fax",
    },
    extension="ramal",
    or_="ou",
    and_="e",
    covers=("pt", "pt-BR"),
    lead_ins=(
        "Para mais informações entre em contato com",
        "Para mais informações …, entre em contato com",
        "Para mais informações …, entre em contacto com",
        "Para mais informações, entre em contacto com",
        "Para mais informações, por favor, entre em contato com",
        "Para mais informações, por favor contacte",
        "Para mais informações, contacte",
        "Para mais informações, contactar",
        "Para mais informações, contate",
        "Para mais informações, contatar",
        "Para mais informações, é favor contactar",
        "Para obter mais informações, entre em contato com",
        "Para obter mais informações, entre em contacto com",
        "Para informações adicionais, entre em contato com",
        "Para informações adicionais, contactar",
        "Para esclarecimentos adicionais, contactar",
        "Para mais esclarecimentos, contactar",
        "Para solicitar entrevistas, entre em contato com",
        "Para agendar entrevistas, entre em contato com",
        "Para pedidos de entrevista, contactar",
    ),
    headings=(
        "Contato", "Contatos", "Contacto", "Contactos",
        "Contato para a imprensa", "Contatos para a imprensa", "Contato para imprensa",
        "Contato de imprensa", "Contatos de imprensa", "Contato para a mídia",
        "Contatos para a mídia", "Contacto para a imprensa", "Contactos para a imprensa",
        "Contacto de imprensa", "Contactos de imprensa", "Contacto para os media",
        "Contactos para os media", "Informações de contato", "Informações de contacto",
        "Informações à imprensa", "Informações para a imprensa", "Informações para imprensa",
        "Mais informações", "Mais informações à imprensa", "Para mais informações",
        "Para maiores informações", "Para informações adicionais", "Para entrevistas",
        "Assessoria de imprensa", "Contato de assessoria de imprensa", "Assessoria de comunicação",
        "Gabinete de imprensa", "Gabinete de comunicação", "Atendimento à imprensa",
        "Relações com a imprensa", "Relações com a mídia", "Relações com os media",
    ),
    other_labels={
        WayKind.EMAIL: ("Email", "Mail", "E", "Correio eletrónico", "Correio eletrônico"),
        WayKind.OFFICE: (
            "Tel", "Tels.", "T", "Telef", "Telef.", "Tlf", "Tlf.", "Telefone", "Telefones", "Fone",
            "Fones", "Fixo", "Telefone fixo", "Escritório", "Linha direta", "PABX",
        ),
        WayKind.MOBILE: (
            "Cel", "Cel.", "Telefone celular", "Telemóvel", "Telem", "Telem.", "Tlm", "Tlm.",
            "TM", "Móvel", "Telefone móvel", "M",
        ),
        WayKind.WHATSAPP: ("Whats App", "Whats", "WA"),
        WayKind.SATELLITE: (
            "Satélite", "Tel. satélite", "Telefone satélite", "Telefone por satélite",
            "Telefone via satélite", "Telefone satelital", "Thuraya", "Iridium",
        ),
        WayKind.FAX: ("F", "Telefax", "Fac-símile"),
    },
    other_extensions=("extensão", "extensao", "ext.", "ext"),
    prefixes=(
        "Sr.", "Sr", "Senhor", "Sra.", "Sra", "Sr.ª", "Srª", "Senhora", "Srta.", "D.", "Dona",
        "Dr.", "Dr", "Dra.", "Dra", "Dr.ª", "Drª", "Prof.", "Prof", "Professor", "Prof.ª", "Profª",
        "Profa.", "Professora", "Eng.", "Eng.º", "Eng.ª",
    ),
    end_marks=("FIM", "-FIM-", "- FIM -", "– FIM –", "Fim do comunicado"),
    notes=(
        "Nota aos editores", "Notas aos editores", "Nota para os editores",
        "Notas para os editores", "Nota à redação", "Notas à redação", "Nota às redações",
        "Notas às redações",
        "Sobre nós",
    ),
    about=("Sobre", "Acerca de"),
)  # fmt: skip
