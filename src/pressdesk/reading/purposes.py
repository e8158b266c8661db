"""Sentences that open a block: what for, and what to do ("To arrange an interview … call").

People word them freely; what stands between is other text ("with Dr Lee, please").
"""

from collections.abc import Iterator

from pressdesk.values.folding import fold

_PURPOSES_AND_VERBS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "en": (
        (
            "For more information", "For further information", "For additional information",
            "For more details", "For further details", "For information", "For comment",
            "For further comment", "For an interview", "For interviews", "For interview requests",
            "For media enquiries", "For media inquiries", "For media queries", "For media requests",
            "For press enquiries", "For press inquiries", "For press queries",
            "For media interviews",
            "For all media enquiries", "For all media inquiries", "For photos", "For images",
            "For media", "For press",
            "For all media", "For all press",
            "To arrange an interview", "To arrange interviews", "To arrange media interviews",
            "To request an interview", "To request interviews", "To schedule an interview",
            "To schedule interviews", "To organise an interview", "To set up an interview",
            "To interview", "To speak with", "Journalists seeking", "Journalists wishing",
            "Journalists who", "Members of the media", "Media wishing", "Media seeking",
            "Media outlets", "Media who", "Reporters",
        ),
        ("contact", "call", "phone", "ring", "email", "telephone", "get in touch with",
         "reach out to"),
    ),
    "de": (
        (
            "Für weitere Informationen", "Für nähere Informationen", "Für weitere Auskünfte",
            "Für Rückfragen", "Für weitere Fragen", "Für Presseanfragen", "Für Medienanfragen",
            "Für Interviewanfragen", "Für Interviews", "Bei Rückfragen", "Bei Fragen",
            "Bei weiteren Fragen", "Bei Interesse an Interviews", "Journalisten", "Medienvertreter",
            "Medienschaffende",
        ),
        ("wenden Sie sich bitte an", "wenden Sie sich an", "kontaktieren Sie bitte",
         "kontaktieren Sie", "erreichen Sie", "wenden sich bitte an", "wenden sich an",
         "melden sich bitte bei", "melden Sie sich bitte bei"),
    ),
    "fr": (
        (
            "Pour plus d'informations", "Pour plus d'information", "Pour plus de renseignements",
            "Pour de plus amples informations", "Pour de plus amples renseignements",
            "Pour obtenir de plus amples renseignements", "Pour tout renseignement",
            "Pour tous renseignements", "Pour toute information", "Pour toute question",
            "Pour tout complément d'information", "Pour toute demande", "Pour des renseignements",
            "Pour des informations", "Pour une interview", "Pour une entrevue",
            "Pour organiser une interview", "Les journalistes", "Les médias", "Pour les médias",
        ),
        ("contacter", "contactez", "communiquer avec", "communiquez avec", "s'adresser à",
         "adressez-vous à", "joindre", "appeler", "prendre contact avec"),
    ),
    "es": (
        (
            "Para más información", "Para mayor información", "Para mayores informes",
            "Para obtener más información", "Para mayores detalles", "Para más detalles",
            "Para solicitar entrevistas", "Para solicitar una entrevista",
            "Para concertar entrevistas",
            "Para entrevistas", "Para consultas", "Para información adicional",
            "Los periodistas", "Los medios",
        ),
        ("contactar a", "contactar con", "contactar", "contacte a", "contacte con", "contacte",
         "comunicarse con", "comuníquese con", "póngase en contacto con", "dirigirse a", "llamar a",
         "llamar al", "escribir a", "ponerse en contacto con"),
    ),
    "pt": (
        (
            "Para mais informações", "Para obter mais informações", "Para informações adicionais",
            "Para entrevistas", "Para solicitar entrevistas", "Para agendar entrevistas",
            "Mais informações", "Jornalistas",
        ),
        ("contactar", "contatar", "contacte", "contate", "contato com", "contacto com",
         "ligar para",
         "falar com"),
    ),
    "it": (
        (
            "Per informazioni", "Per ulteriori informazioni", "Per maggiori informazioni",
            "Per interviste", "Per richieste", "Per approfondimenti", "I giornalisti",
        ),
        ("contattare", "rivolgersi a", "rivolgersi al", "rivolgersi all", "scrivere a", "chiamare"),
    ),
    "ru": (
        (
            "За дополнительной информацией", "За подробной информацией",
            "За более подробной информацией",
            "Для получения дополнительной информации", "Для получения более подробной информации",
            "По вопросам", "Для организации интервью",
        ),
        ("обращайтесь к", "обращаться к", "обращайтесь", "обращаться", "связаться с",
         "свяжитесь с"),
    ),
    "nl": (
        ("Voor meer informatie", "Voor nadere informatie", "Voor vragen", "Voor interviews",
         "Journalisten"),
        ("contact opnemen met", "contact op met", "terecht bij", "bellen met", "bel met"),
    ),
    "sv": (
        ("För mer information", "För ytterligare information", "För frågor", "För intervjuer"),
        ("kontakta", "kontakt med"),
    ),
    "pl": (
        ("Aby uzyskać więcej informacji", "W celu uzyskania dodatkowych informacji",
         "Dodatkowych informacji", "Więcej informacji"),
        ("kontakt z", "skontaktować się z", "kontaktować się z", "udziela", "udzielają"),
    ),
}  # fmt: skip


# What goes to somebody: "Media queries to", "All enquiries should be directed to".
_QUESTIONS = (
    "Media enquiries", "Media inquiries", "Media queries", "Media requests", "Media questions",
    "Press enquiries", "Press inquiries", "Press queries", "Press requests", "Interview requests",
    "All media enquiries", "All media inquiries", "All enquiries", "All inquiries", "Enquiries",
    "Inquiries", "Any enquiries", "Any inquiries", "Queries", "Any questions",
    "Requests for interviews", "Journalists' enquiries",
)  # fmt: skip
_DIRECTED = tuple(
    f"{may} be {sent} to"
    for may in ("should", "can", "may", "must")
    for sent in ("directed", "addressed", "made", "sent", "referred")
)

# The first words of the verbs, folded.
VERBS = frozenset(
    fold(verb.split()[0]) for _, verbs in _PURPOSES_AND_VERBS.values() for verb in verbs
)


def combined_lead_ins() -> Iterator[tuple[str, str]]:
    """Give language and phrase of each purpose with each verb, with text between and without."""
    for language, (purposes, verbs) in _PURPOSES_AND_VERBS.items():
        for purpose in purposes:
            for verb in verbs:
                yield language, f"{purpose} {verb}"
                yield language, f"{purpose} … {verb}"
    for question in _QUESTIONS:
        yield from (("en", f"{question} {to}") for to in ("to", "contact", "please contact"))
        for directed in _DIRECTED:
            yield "en", f"{question} {directed}"
            yield "en", f"{question} … {directed}"
