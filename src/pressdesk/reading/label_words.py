"""Labels of values and of fields in forms, beside those of the wordings."""

# By what they label: a kind of phone, or an address.
FURTHER_LABELS: dict[str, tuple[str, ...]] = {
    "office": (
        "tel", "teléf", "telef", "tél", "telephone", "puhelin", "telefoon", "telefonnummer",
        "τηλ", "τηλέφωνο", "電話", "tlf", "telefone", "fone", "bh", "w", "work", "wk", "landline",
        "festnetz", "rufnummer", "dienstlich", "direkt", "direktdurchwahl", "centrale", "bureau",
        "тел", "телефон", "tel.", "puh", "kontor", "arbete", "desk", "main", "hq", "b",
        "office hours", "business hours", "electorate office", "parliamentary office",
        "parliament house", "parliament office", "electorate", "b h", "direct line",
        "direct dial", "by phone on",
        "by phone at", "tel fax", "work phone", "toll free", "tollfree", "freephone",
        "phone fax", "tel no", "phone no", "ddi", "did", "ligne directe", "línea directa",
        "linea diretta", "switchboard", "fon",
    ),
    "mobile": (
        "mob", "mobiel", "gsm", "matkapuhelin", "kännykkä", "mobilnr", "kom", "komórka", "κιν",
        "κινητό", "携帯", "celular", "telemóvel", "tlm", "cel", "telemovel", "cell", "mobil",
        "mobilfunk", "handy", "portable", "моб", "мобилен", "h/p", "hp", "tel mob",
        "mobile whatsapp", "cell phone", "mobile and whatsapp", "mobile phone", "mobile no",
    ),
    "fax": (
        "fax", "faks", "faksi", "φαξ", "fx", "telefax", "telefaks", "факс", "fax no",
    ),
    "email": (
        "email", "e-mail", "mail", "epost", "e-post", "sähköposti", "mejl", "courriel", "correo",
        "correo-e", "メール", "εμαιλ", "ηλεκτρονική", "e-mailadres", "mailto", "ел", "пошта",
        "email-address", "mél", "by email at", "email us at", "e mail an",
    ),
    "whatsapp": (
        "whatsapp", "wa",
    ),
    "unknown": (
        "ah", "afterhours", "after hours", "a h", "home", "out of hours", "out of office hours",
        "evenings", "weekends", "evenings and weekends", "evenings weekends", "nights and weekends",
        "outside office hours", "after office hours", "duty phone", "on call", "24 hours",
    ),
}  # fmt: skip

# Of a form: what the next line is.
FIELD_LABELS: dict[str, tuple[str, ...]] = {
    "name": (
        "name", "contact name", "contact person", "nom", "nombre", "nome", "ansprechpartner",
        "ansprechpartnerin", "contact", "imię i nazwisko", "naam", "namn", "όνομα", "имя", "фио",
        "الاسم", "姓名", "nom et prénom", "kontaktperson", "full name", "vorname name",
        "担当", "担当者",
    ),
    "title": (
        "title", "position", "job title", "role", "function", "fonction", "cargo", "funktion",
        "titel", "qualifica", "ruolo", "puesto", "titre", "stellung", "функция", "должность",
        "المنصب", "职务", "designation",
    ),
    "organization": (
        "organization", "organisation", "company", "employer", "société", "empresa",
        "azienda", "firma", "unternehmen", "organisme", "организация", "المؤسسة", "机构",
    ),
    "office": (
        "department", "division", "unit", "office name", "service", "abteilung", "departamento",
        "location", "duty station", "dipartimento", "section", "branch",
    ),
    "address": (
        "address", "postal address", "adresse", "anschrift", "dirección", "indirizzo", "endereço",
        "post", "адрес", "العنوان", "地址", "postanschrift", "street address", "website", "web",
        "internet", "url", "www", "homepage", "twitter", "skype", "site web", "sitio web", "page",
    ),
}  # fmt: skip
