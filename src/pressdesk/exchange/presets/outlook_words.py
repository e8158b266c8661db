"""The headers of German and French Outlooks for the columns that matter, in English.

As seen in exports of several versions (French has changed its words for e-mail and fax). A header
that is not here is not guessed. French "Titre" heads both the honorific and the job: see outlook.
"""

from pressdesk.exchange.presets.reading import fold_header

_GERMAN = {
    "Anrede": "Title", "Vorname": "First Name", "Weitere Vornamen": "Middle Name",
    "Nachname": "Last Name", "Firma": "Company", "Abteilung": "Department",
    "Position": "Job Title", "Büro": "Office Location",
    "E-Mail-Adresse": "E-mail Address", "E-Mail 2: Adresse": "E-mail 2 Address",
    "E-Mail 3: Adresse": "E-mail 3 Address", "E-Mail-Typ": "E-mail Type",
    "E-Mail 2: Typ": "E-mail 2 Type", "E-Mail 3: Typ": "E-mail 3 Type",
    "E-Mail: Angezeigter Name": "E-mail Display Name",
    "Telefon geschäftlich": "Business Phone", "Telefon geschäftlich 2": "Business Phone 2",
    "Telefon Firma": "Company Main Phone", "Haupttelefon": "Primary Phone",
    "Weiteres Telefon": "Other Phone", "Mobiltelefon": "Mobile Phone",
    "Mobiltelefon 2": "Mobile Phone 2", "Fax geschäftlich": "Business Fax",
    "Weiteres Fax": "Other Fax", "Fax privat": "Home Fax",
    "Telefon privat": "Home Phone", "Telefon (privat)": "Home Phone",
    "Telefon privat 2": "Home Phone 2", "Telefon (privat 2)": "Home Phone 2",
    "Autotelefon": "Car Phone", "Rückmeldung": "Callback",
    "Telefon Assistent": "Assistant's Phone", "Kategorien": "Categories",
    "Notizen": "Notes", "Sprache": "Language",
}  # fmt: skip
_FRENCH = {
    "Prénom": "First Name", "Deuxième prénom": "Middle Name", "Nom": "Last Name",
    "Suffixe": "Suffix", "Société": "Company", "Service": "Department", "Fonction": "Job Title",
    "Bureau": "Office Location",
    "Téléphone (bureau)": "Business Phone", "Téléphone 2 (bureau)": "Business Phone 2",
    "Téléphone société": "Company Main Phone", "Téléphone principal": "Primary Phone",
    "Tél. principal": "Primary Phone", "Téléphone (autre)": "Other Phone",
    "Tél. mobile": "Mobile Phone", "Télécopie (bureau)": "Business Fax",
    "Fax (bureau)": "Business Fax", "Télécopie (autre)": "Other Fax",
    "Fax (autre)": "Other Fax", "Télécopie (domicile)": "Home Fax",
    "Fax (domicile)": "Home Fax", "Téléphone (domicile)": "Home Phone",
    "Téléphone 2 (domicile)": "Home Phone 2", "Téléphone (voiture)": "Car Phone",
    "Rappel": "Callback", "Téléphone de l'assistant(e)": "Assistant's Phone",
    "Catégories": "Categories", "Langue": "Language",
}  # fmt: skip
for _word in ("messagerie", "courrier"):
    for _place in ("", " 2", " 3"):
        _FRENCH[f"Adresse de {_word}{_place}"] = f"E-mail{_place} Address"
        _FRENCH[f"Type de {_word}{_place}"] = f"E-mail{_place} Type"
    _FRENCH[f"Nom complet de l'adresse de {_word}"] = "E-mail Display Name"

_ENGLISH = {
    fold_header(theirs): fold_header(english)
    for words in (_GERMAN, _FRENCH)
    for theirs, english in words.items()
}


def to_english(name: str) -> str:
    """Give the English header for a folded one, folded; one that is not known stays as it is."""
    return _ENGLISH.get(name, name)
