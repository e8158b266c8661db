"""How releases in Italian word the block."""

from pressdesk.blocks.block import WayKind
from pressdesk.blocks.wordings import Wording

WORDING = Wording(
    language="it",
    lead_in="Per ulteriori informazioni contattare",
    labels={
        WayKind.EMAIL: "E-mail",
        WayKind.OFFICE: "Tel.",
        WayKind.MOBILE: "Cellulare",
        WayKind.WHATSAPP: "WhatsApp",
        WayKind.SATELLITE: "Satellitare",
        WayKind.FAX: "Fax",
    },
    extension="int.",
    or_="o",
    and_="e",
    lead_ins=(
        "Per ulteriori informazioni, contattare",
        "Per ulteriori informazioni si prega di contattare",
        "Per ulteriori informazioni, si prega di contattare",
        "Per ulteriori informazioni rivolgersi a",
        "Per ulteriori informazioni su …, contattare",
        "Per maggiori informazioni contattare",
        "Per maggiori informazioni, contattare",
        "Per informazioni contattare",
        "Per informazioni, contattare",
        "Per informazioni rivolgersi a",
        "Per interviste contattare",
        "Per richieste di interviste contattare",
        "Per richieste stampa contattare",
        "Si prega di confermare la partecipazione a",
    ),
    headings=(
        "Contatto", "Contatti", "Contatto stampa", "Contatti stampa", "Contatti per la stampa",
        "Contatti ufficio stampa",
        "L’ufficio stampa è a disposizione per qualsiasi ulteriore informazione",
        "L'ufficio stampa è a disposizione per qualsiasi ulteriore informazione",
        "Contatti media", "Contatti per i media", "Contatto per i media", "Media contact",
        "Recapiti", "Informazioni per contattarci", "Informazioni", "Informazioni stampa",
        "Informazioni per la stampa", "Info", "Info stampa", "Ulteriori informazioni",
        "Maggiori informazioni", "Per ulteriori informazioni", "Per maggiori informazioni",
        "Per informazioni", "Per informazioni alla stampa", "Per informazioni e interviste",
        "Per interviste", "Ufficio stampa", "Ufficio stampa e comunicazione",
        "Ufficio comunicazione", "Referente stampa", "Referente per la stampa",
        "Rapporti con i media", "Relazioni con i media", "Media relations",
    ),
    other_labels={
        WayKind.EMAIL: ("Email", "Mail", "E", "Posta elettronica", "Indirizzo e-mail"),
        WayKind.OFFICE: (
            "Tel", "T", "Telefono", "Fisso", "Telefono fisso", "Tel. ufficio", "Ufficio",
            "Linea diretta", "Centralino",
        ),
        WayKind.MOBILE: (
            "Cell", "Cell.", "Mobile", "Mob", "Mob.", "M", "Tel. cellulare", "Telefono cellulare",
            "Tel. mobile", "Telefono mobile",
        ),
        WayKind.WHATSAPP: ("Whats App", "WA"),
        WayKind.SATELLITE: (
            "Tel. satellitare", "Telefono satellitare", "Satellite", "Sat", "Thuraya", "Iridium",
        ),
        WayKind.FAX: ("F", "Telefax"),
    },
    other_extensions=("int", "interno", "ext.", "ext"),
    prefixes=(
        "Dott.", "Dott", "Dottor", "Dott.ssa", "Dottoressa", "Dr.", "Dr", "Dr.ssa", "D.ssa",
        "Sig.", "Signor", "Sig.ra", "Signora", "Prof.", "Prof", "Professor", "Prof.ssa",
        "Professoressa", "Ing.", "Avv.", "Arch.", "On.",
    ),
    end_marks=(
        "FINE", "-FINE-", "- FINE -", "– FINE –", "Fine comunicato", "Fine del comunicato",
    ),
    notes=(
        "Nota per le redazioni", "Note per le redazioni", "Nota alle redazioni",
        "Note alle redazioni", "Nota per i redattori", "Note per i redattori",
        "Nota per gli editori", "Note per gli editori",
        "Chi siamo",
    ),
    about=("Informazioni su", "Chi è", "Profilo"),
)  # fmt: skip
