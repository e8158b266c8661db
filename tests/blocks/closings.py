"""How releases close in each language, and how their body text goes on."""

from pressdesk.blocks.block import WayKind

# Lead-ins of real releases: those without "…", its "( )" and "/" written out.
LEAD_INS = {
    "en": (
        "For more information please contact", "For more information, please contact",
        "For more information contact", "For more information, contact", "For more information",
        "For more information call", "For more information phone",
        "For further information contact", "For further information, contact",
        "For further information please contact", "For further information, please contact",
        "For further information", "For further information/comment",
        "For further information and for media interviews, please contact",
        "For further information, or interview opportunities, contact",
        "For more information and to arrange interviews, please contact",
        "For further comment", "For further comments or queries please contact",
        "For media enquiries", "For media inquiries", "For media enquiries phone",
        "For media inquiries phone", "Media enquiries, contact",
        "Any queries should be directed to",
        "Further details about media issues can be obtained from",
        "For interview", "For interviews", "Available for comment",
        "Contact", "Contacts", "Contact name", "Press contact", "Media contact", "Media contacts",
        "Media enquiries", "Media inquiries", "Media comment", "Media comments", "Enquiries",
        "Inquiries", "Further enquiries", "Further inquiries", "Further comment",
        "Further information", "More information", "Investor relations contacts", "Phones",
    ),
    "fr": (
        "Contact presse", "Contact pour les médias", "Personne-ressource pour les médias",
        "Informations complémentaires", "Pour plus d'informations, veuillez contacter",
    ),
    "es": ("Contacto de prensa", "Contacto para medios", "Para más información"),
    "pt": (
        "Contato para a imprensa", "Contacto para a imprensa", "Informações de contato",
        "Para mais informações, entre em contato com",
    ),
    "de": (
        "Pressekontakt", "Pressekontakte", "Kontakt", "Pressestelle", "Pressereferat",
        "Ansprechpartner", "Ansprechpartnerin", "Ihr Ansprechpartner", "Ihre Ansprechpartnerin",
        "Ihr Ansprechpartner für Pressefragen", "Adresse für Rückfragen",
        "Quelle und Kontaktadresse", "Herausgeber", "Weitere Informationen",
    ),
    "it": ("Contatti stampa", "Informazioni per contattarci"),
    "ru": ("Контактная информация", "За дополнительной информацией обращайтесь к"),
    "ar": ("معلومات الاتصال", "للمزيد من المعلومات"),
    "zh": ("联系信息",),
}  # fmt: skip

# What releases were seen to close with (docs/wordings.md), and the conventions do not name.
SEEN = {
    "en": ("Press contact", "Media contact", "For media inquiries, please contact"),
    "fr": ("Contact presse", "Contacts presse", "Informations complémentaires"),
    "es": ("Contacto de prensa", "Contacto para medios"),
    "pt": (
        "Mais informações à imprensa", "Informações para a imprensa", "Atendimento à imprensa",
        "Contato de imprensa", "Contato de assessoria de imprensa",
    ),
    "de": (
        "Rückfragehinweis", "Rückfragen & Kontakt", "Rückfragen an", "Medienkontakt", "PR-Kontakt",
        "Kontaktperson", "Kontakt für die Medien", "Ihr Ansprechpartner für …",
        "Für weitere Auskünfte",
    ),
    "it": (
        "Media contact", "Info stampa", "Ufficio stampa", "Contatti per la stampa",
        "Contatti ufficio stampa",
    ),
    "ru": (
        "Контакты для СМИ", "Контактная информация для СМИ", "Дополнительная информация для СМИ",
        "Контакты пресс-службы", "За дополнительной информацией обращайтесь",
    ),
    "ar": (
        "للتواصل الإعلامي", "للتواصل الصحفي", "للاستفسارات الصحفية", "جهات الاتصال الإعلامية",
        "للحصول على المزيد من المعلومات وطلبات وسائل الإعلام، الرجاء الاتّصال",
    ),
    "zh": (
        "新聞稿聯絡人", "本新聞稿發言人", "承辦單位", "詳情查詢", "傳媒查詢，請聯絡", "媒体垂询",
    ),
}  # fmt: skip
# Sentences of body text, each with a beginning that releases also use above their people.
BODY_TEXT = {
    "ar": ("للمزيد من المعلومات زوروا موقعنا.", "للتواصل بين الفرق فوائد كثيرة."),
    "de": ("Für weitere Informationen besuchen Sie unsere Seite.", "Bei Rückfragen half der Chor."),
    "en": ("If you have any questions about the figures, see the annex.",),
    "es": ("Para más información, visite nuestra página.", "Para entrevistas hubo poco tiempo."),
    "fr": ("Pour plus d’informations, consultez notre site.",),
    "it": ("Per informazioni visitate il sito.", "Per interviste non ci fu tempo."),
    "pt": ("Para mais informações, visite a nossa página.", "Para entrevistas não houve tempo."),
    "ru": ("Для получения дополнительной информации посетите наш сайт.",),
    "zh": ("如需更多信息，请访问我们的网站。",),
}
OTHER_LABELS = (("zh", WayKind.EMAIL, "電子郵件信箱"), ("zh", WayKind.OFFICE, "聯絡電話"))
OTHER_END_MARKS = (("ar", "// انتهى //"), ("zh", "完"))
