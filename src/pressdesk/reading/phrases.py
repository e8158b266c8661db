"""Phrases that open a block beside those of the wordings: more languages, and whole families.

"…" is other text.
"""

FURTHER_LEAD_INS: dict[str, tuple[str, ...]] = {
    "nl": (
        "Contactinformatie", "Perscontact", "Contact", "Contactpersoon", "Voor meer informatie",
        "Voor meer informatie kunt u contact opnemen met",
        "Voor meer informatie neem contact op met", "Noot voor de redactie", "Contactgegevens",
    ),
    "sv": (
        "Kontaktinformation", "Presskontakt", "För mer information", "Kontakt",
        "För mer information, kontakta", "För ytterligare information, kontakta",
        "För ytterligare information, vänligen kontakta", "Kontaktpersoner",
    ),
    "fi": (
        "Yhteystiedot", "Lisätietoja", "Lisätietoja antaa", "Lisätiedot", "Medialle",
    ),
    "pl": (
        "Kontakt", "Kontakt dla mediów", "Kontakt prasowy", "Dodatkowe informacje",
        "Więcej informacji", "Więcej informacji udziela", "Aby uzyskać więcej informacji",
    ),
    "el": (
        "Για περισσότερες πληροφορίες", "Για περισσότερες πληροφορίες, παρακαλούμε",
        "Για περισσότερες πληροφορίες, παρακαλούμε επικοινωνήστε με", "Επικοινωνία",
        "Για περισσότερες πληροφορίες επικοινωνήστε με", "Στοιχεία επικοινωνίας", "Πληροφορίες",
    ),
    "mk": (
        "За дополнителни информации Ве молиме обратете се до", "Контакт",
        "За дополнителни информации",
    ),
    "ja": (
        "連絡先について", "連絡先", "お問い合わせ先", "お問い合わせ", "報道関係者お問い合わせ先",
        "報道関係者からのお問い合わせ先",
        "本件に関するお問い合わせ先",
    ),
    "en": (
        "For further information on the above", "For further information on the above projects",
        "For all media enquiries", "For all media inquiries", "For media information",
        "For media information contact", "For information contact",
        "For information, please contact", "For more information … contact",
        "For further information … contact", "For more information … call",
        "For further information … call", "For media enquiries … contact",
        "For media inquiries … contact", "For interviews … contact", "For interview … contact",
        "For comment", "For comments", "For comment contact", "For comment … contact",
        "For further details contact",
        "For details contact", "For questions contact", "For press enquiries contact",
        "For press inquiries contact", "For press information contact",
        "For additional information contact", "For additional information",
        "To arrange interviews contact", "To arrange an interview contact",
        "For interviews or more information … contact", "For interviews and more information",
        "Journalists … contact", "Media … contact", "Press and media contact",
        "Press and media contacts", "Media and press contact", "Communications contact",
        "Media contact details", "Press contact details", "Contact names",
        "Media enquiries to", "Media inquiries to", "Enquiries to", "Inquiries to",
        "Press office contacts", "News media contact",
        "News media contacts", "Media representatives", "Contact in", "Agency contact",
        "For editorial enquiries", "Investor contact", "Investor contacts", "Company contact",
        "Corporate contact", "Corporate contacts", "Company contacts", "Analyst contact",
        "Media and investor contacts", "Investor and media contacts", "Contact person for media",
        "For a copy of … contact", "For copies of … contact", "For images … contact",
        "Spokesperson", "Spokespersons", "Spokespeople", "Interviews", "Media inquiry", "Media",
        "Press", "Investor relations", "To contact the …",
    ),
    "de": (
        "Kontakt für Presseanfragen", "Kontakt für Investoren", "Kontakt für", "Presse Kontakt",
        "Ansprechpartner für die Presse", "Ansprechpartner für die Medien",
        "Ansprechpartnerin für die Presse", "Pressekontakt und Rückfragen",
        "Kontakt und weitere Informationen", "Weitere Informationen und Kontakt",
        "Für weitere Informationen und Interviewanfragen", "Für Interviews",
        "Ihre Ansprechpartner innen", "Für Rückfragen und Interviews", "Redaktion und Kontakt",
        "Presse", "Fragen beantwortet", "Weitere Informationen bei", "Rückfragen beantwortet",
        "Investorenkontakt", "Für Fragen steht Ihnen", "Für Rückfragen steht Ihnen",
        "Für Fragen stehen Ihnen", "Für Rückfragen stehen Ihnen", "Für Auskünfte steht Ihnen",
        "Für Interviews steht", "Für Rückfragen steht", "Für weitere Informationen steht Ihnen",
    ),
    "fr": (
        "Pour de plus amples informations",
        "Pour plus d'informations … contacter", "Pour plus d'informations … contactez",
        "Pour plus d'information … contactez", "Pour tout renseignement", "Pour en savoir plus",
        "Renseignements aux médias", "Renseignements pour les médias",
        "Contacts pour la presse", "Presse", "Pour toute question … contacter",
    ),
    "es": (
        "Para más información … contacto con", "Para más información contacte", "Prensa",
        "Para más información, contacte", "Contacto con la prensa",
        "Para mayor información contactar",
    ),
    "it": (
        "Per informazioni stampa", "Contatti per i giornalisti", "Per accrediti", "Stampa",
        "Per informazioni e accrediti", "Informazioni e contatti",
    ),
    "pt": (
        "Informações de contato", "Informações de contacto", "Para mais informações",
        "Para mais informações … contato com", "Para mais informações … contacte", "Imprensa",
        "Contato para imprensa", "Contacto para imprensa", "Contatos para a imprensa",
        "Mais informações", "Informações à imprensa", "Assessoria de imprensa",
    ),
    "ru": (
        "Дополнительная информация для СМИ", "За дополнительной информацией",
    ),
}  # fmt: skip
