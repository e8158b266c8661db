"""How releases in French word the block."""

from pressdesk.blocks.block import WayKind
from pressdesk.blocks.wordings import Wording

WORDING = Wording(
    language="fr",
    lead_in="Pour plus d’informations, veuillez contacter",
    labels={
        WayKind.EMAIL: "E-mail",
        WayKind.OFFICE: "Tél.",
        WayKind.MOBILE: "Mobile",
        WayKind.WHATSAPP: "WhatsApp",
        WayKind.SATELLITE: "Satellite",
        WayKind.FAX: "Fax",
    },
    extension="poste",
    or_="ou",
    and_="et",
    # A space that does not break stands before both in French.
    colon="\u00a0: ",
    semicolon="\u00a0; ",
    # People type either apostrophe; we print the round one.
    lead_ins=(
        "Pour plus d'informations, veuillez contacter",
        "Pour plus d’informations …, veuillez contacter",
        "Pour plus d'informations …, veuillez contacter",
        "Pour plus d’informations, contacter",
        "Pour plus d'informations, contacter",
        "Pour plus d’information, veuillez contacter",
        "Pour plus d'information, veuillez contacter",
        "Pour plus d’information, veuillez communiquer avec",
        "Pour plus d'information, veuillez communiquer avec",
        "Pour plus de renseignements, veuillez contacter",
        "Pour plus de renseignements, veuillez communiquer avec",
        "Pour de plus amples informations, veuillez contacter",
        "Pour de plus amples renseignements, veuillez contacter",
        "Pour de plus amples renseignements, veuillez communiquer avec",
        "Pour obtenir de plus amples renseignements, veuillez communiquer avec",
        "Pour tout complément d’information, veuillez contacter",
        "Pour tout complément d'information, veuillez contacter",
        "Pour tout renseignement, contacter",
        "Pour tout renseignement complémentaire, veuillez contacter",
        "Pour toute information complémentaire, veuillez contacter",
        "Pour toute information complémentaire, merci de contacter",
        "Pour toute demande d’interview, veuillez contacter",
        "Pour toute demande d'interview, veuillez contacter",
        "Pour toute demande d’entrevue, veuillez communiquer avec",
        "Pour toute demande d'entrevue, veuillez communiquer avec",
        "Pour toute demande presse, veuillez contacter",
    ),
    headings=(
        "Contact", "Contacts", "Contact presse", "Contacts presse", "Votre contact presse",
        "Contact pour la presse", "Contact pour les médias", "Contacts pour les médias",
        "Contact média", "Contact médias", "Contacts média", "Contacts médias",
        "Personne-ressource", "Personnes-ressources", "Personne-ressource pour les médias",
        "Personnes-ressources pour les médias", "Personne à contacter", "Coordonnées",
        "Informations complémentaires", "Informations supplémentaires", "Renseignements",
        "Renseignements complémentaires", "Plus d’informations", "Plus d'informations",
        "Pour plus d’informations", "Pour plus d'informations", "Pour plus d’information",
        "Pour plus d'information", "Pour plus de renseignements",
        "Pour de plus amples renseignements", "Pour tout complément d’information",
        "Pour tout complément d'information", "Pour toute information complémentaire",
        "Service de presse", "Bureau de presse", "Relations presse", "Relations médias",
        "Relations avec les médias", "Demandes des médias", "Demandes de renseignements",
    ),
    other_labels={
        WayKind.EMAIL: (
            "Email", "Mail", "E", "Mél", "Mél.", "Courriel", "Courrier électronique",
            "Adresse e-mail", "Adresse électronique",
        ),
        WayKind.OFFICE: (
            "Tél", "Tel", "Tel.", "T", "Téléphone", "Telephone", "Tél. bureau", "Tél. fixe",
            "Fixe", "Bureau", "Ligne directe", "Standard",
        ),
        # P is the "portable" of France, Natel the Swiss word, GSM the Belgian one.
        WayKind.MOBILE: (
            "Mob", "Mob.", "M", "Portable", "Port", "Port.", "P", "Tél. mobile", "Tél. portable",
            "Téléphone mobile", "Téléphone portable", "Cell", "Cell.", "Cellulaire", "Natel", "GSM",
        ),
        WayKind.WHATSAPP: ("Whats App", "WA"),
        WayKind.SATELLITE: (
            "Tél. satellite", "Tél. satellitaire", "Téléphone satellite", "Téléphone satellitaire",
            "Sat", "Sat.", "Thuraya", "Iridium",
        ),
        WayKind.FAX: ("F", "Télécopie", "Télécopieur", "Téléc", "Téléc.", "Téléfax"),
    },
    other_extensions=("ext", "ext.", "extension"),
    # No M without its full stop: that is the label of a mobile.
    prefixes=(
        "M.", "Monsieur", "Mme", "Mme.", "Madame", "Mlle", "Mademoiselle", "Dr", "Dr.", "Dre",
        "Docteur", "Docteure", "Pr", "Pr.", "Prof.", "Professeur", "Professeure", "Me", "Mgr",
    ),
    end_marks=("FIN", "-FIN-", "- FIN -", "– FIN –", "Fin du communiqué"),
    notes=(
        "Note aux rédactions", "Notes aux rédactions", "Note à la rédaction",
        "Notes à la rédaction", "Note aux rédacteurs", "Notes aux rédacteurs",
        "Note aux journalistes", "Notes aux journalistes", "Note aux éditeurs",
        "Notes aux éditeurs",
        "À propos de nous",
    ),
    about=(
        "À propos de", "À propos d’", "À propos d'", "À propos du", "À propos des",
    ),
)  # fmt: skip
