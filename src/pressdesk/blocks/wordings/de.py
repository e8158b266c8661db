"""How releases in German word the block."""

from pressdesk.blocks.block import WayKind
from pressdesk.blocks.wordings import Wording

WORDING = Wording(
    language="de",
    lead_in="Für weitere Informationen wenden Sie sich bitte an",
    labels={
        WayKind.EMAIL: "E-Mail",
        WayKind.OFFICE: "Tel.",
        WayKind.MOBILE: "Mobil",
        WayKind.WHATSAPP: "WhatsApp",
        WayKind.SATELLITE: "Satellitentelefon",  # "Satellit" alone is the thing in the sky
        WayKind.FAX: "Fax",
    },
    extension="Durchwahl",
    or_="oder",
    and_="und",
    lead_ins=(
        "Für weitere Informationen kontaktieren Sie bitte",
        "Für weitere Auskünfte wenden Sie sich bitte an",
        "Für Rückfragen wenden Sie sich bitte an",
        "Für Rückfragen steht Ihnen … zur Verfügung",
        "Für Rückfragen stehen Ihnen … zur Verfügung",
        "Für Rückfragen steht … zur Verfügung",
        "Für Rückfragen stehen zur Verfügung",
        "Für Rückfragen stehen Ihnen gerne zur Verfügung",
        "Für Fragen steht Ihnen … zur Verfügung",
        "Für Fragen stehen Ihnen … zur Verfügung",
        "Für Fragen stehen Ihnen gerne zur Verfügung",
        "Für Presseanfragen wenden Sie sich bitte an",
        "Für Medienanfragen wenden Sie sich bitte an",
        "Für Interviewanfragen wenden Sie sich bitte an",
        "Bei Rückfragen wenden Sie sich bitte an",
        "Bei Fragen wenden Sie sich bitte an",
        "Rückfragen bitte an",
        "Rückfragen richten Sie bitte an",
        "Presseanfragen richten Sie bitte an",
        "Weitere Informationen erhalten Sie bei",
        "Weitere Informationen erteilt",
        "Weitere Auskünfte erteilt",
        "Nähere Informationen erteilt",
    ),
    headings=(
        "Pressekontakt", "Pressekontakte", "Kontakt", "Kontakte", "Kontakt Presse",
        "Kontakt für die Presse", "Kontakt für Medien", "Kontakt für die Medien",
        "Kontakt für Journalisten", "Kontakt für Rückfragen", "Kontaktdaten", "Kontaktperson",
        "PR-Kontakt", "Für weitere Informationen", "Für Rückfragen", "Bei Rückfragen",
        "Medienkontakt", "Medienkontakte", "Medienstelle", "Medienanfragen", "Presseanfragen",
        "Pressestelle", "Presseabteilung", "Pressereferat", "Presse- und Öffentlichkeitsarbeit",
        "Ansprechpartner", "Ansprechpartnerin", "Ansprechpartner/in", "Ansprechpartner:in",
        "Ansprechpartner*in", "Ansprechperson", "Ihr Ansprechpartner", "Ihre Ansprechpartnerin",
        "Ihre Ansprechpartner", "Ihre Ansprechperson",
        "Ihr Ansprechpartner für Pressefragen", "Ihre Ansprechpartnerin für Pressefragen",
        "Ihr Ansprechpartner für …", "Ihre Ansprechpartnerin für …", "Kontakt Investoren",
        "Adresse für Rückfragen", "Quelle und Kontaktadresse", "Herausgeber",
        "Weitere Informationen", "Rückfragen", "Rückfragen an",
        "Rückfragehinweis", "Rückfragen & Kontakt",  # Austria
        "Auskünfte", "Weitere Auskünfte", "Für weitere Auskünfte", "Medienauskünfte",  # Switzerland
    ),
    other_labels={
        WayKind.EMAIL: ("Email", "Mail", "E", "E-Mail-Adresse"),
        WayKind.OFFICE: (
            "Tel", "Telefon", "Fon", "T", "Tel.-Nr.", "Telefonnummer", "Phone", "Festnetz", "Büro",
            "Zentrale",
        ),
        WayKind.MOBILE: (
            "Mobile", "Mob", "Mob.", "M", "Mobiltelefon", "Mobilnummer", "Handy", "Natel",
        ),
        WayKind.WHATSAPP: ("Whats App", "WA"),
        WayKind.SATELLITE: (
            "Satellit", "Satellitennummer", "Sat-Telefon", "Sat.-Tel.", "Sat", "Thuraya", "Iridium",
        ),
        WayKind.FAX: ("F", "Telefax", "Fax-Nr.", "Faxnummer"),
    },
    # No "Kl." for the Austrian Klappe: in Danish and Swedish texts it stands before the hour.
    other_extensions=(
        "DW", "Durchw.", "App.", "Apparat", "Nst.", "Nebenstelle", "Klappe", "ext.",
    ),
    prefixes=(
        "Frau", "Herr", "Herrn", "Dr.", "Dr", "Dr. med.", "Prof.", "Prof", "Prof. Dr.", "PD",
        "Professor", "Professorin", "Dipl.-Ing.", "Ing.", "Mag.", "Mag.a",
    ),
    end_marks=(
        "Ende", "-Ende-", "- Ende -", "– Ende –", "Ende der Mitteilung",
        "Ende der Pressemitteilung", "Ende der Medienmitteilung", "Schluss", "(Schluss)",
    ),
    notes=(
        "Hinweis an die Redaktion", "Hinweis an die Redaktionen", "Hinweise an die Redaktionen",
        "Hinweis für die Redaktion", "Hinweis für die Redaktionen", "Hinweis für Redaktionen",
        "Hinweise für Redaktionen", "Hinweis für Journalisten", "Anmerkung für die Redaktion",
        "Anmerkungen für die Redaktion",
        "Über uns",
    ),
    about=("Über",),
)  # fmt: skip
