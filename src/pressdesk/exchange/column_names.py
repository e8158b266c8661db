"""What people call pressdesk's columns, in English and in other languages: folded, without spaces.

A word that means different columns in two languages, or different things in one (the French
"poste" is a job and an extension), is not here: --map is for those.
"""

CONTACT_NAMES = {
    "tel": "phone", "telephone": "phone", "phonenumber": "phone", "telephonenumber": "phone",
    "officephone": "phone", "extension": "ext", "extn": "ext",
    "mail": "email", "emailaddress": "email", "mailaddress": "email",
    "jobtitle": "title", "role": "title", "position": "title", "bureau": "office",
    "fullname": "name", "firstname": "given_name", "lastname": "family_name",
    "surname": "family_name", "cell": "mobile", "cellphone": "mobile", "mobilephone": "mobile",
    "language": "languages", "lang": "languages", "topic": "topics", "notes": "note",
    "order": "rank", "starts": "from", "startson": "from", "ends": "until", "endson": "until",
    "countrycode": "country",
    "left": "left_on", "verified": "verified_on",
    # German
    "vorname": "given_name", "nachname": "family_name", "familienname": "family_name",
    "funktion": "title", "telefon": "phone", "telefonnummer": "phone", "rufnummer": "phone",
    "durchwahl": "ext", "handy": "mobile", "mobil": "mobile", "mobiltelefon": "mobile",
    "mobilnummer": "mobile", "emailadresse": "email", "mailadresse": "email", "buro": "office",
    "standort": "office", "sprache": "languages", "sprachen": "languages", "thema": "topics",
    "themen": "topics", "land": "country", "notiz": "note", "notizen": "note",
    "bemerkung": "note", "bemerkungen": "note",
    # French
    "prenom": "given_name", "nomdefamille": "family_name", "nom": "name",
    "nomcomplet": "name", "fonction": "title", "portable": "mobile",
    "telephoneportable": "mobile", "courriel": "email", "adresseemail": "email",
    "adressemail": "email", "adressecourriel": "email", "langue": "languages",
    "langues": "languages", "pays": "country", "sujets": "topics",
    # Spanish
    "nombre": "name", "nombrecompleto": "name", "apellido": "family_name",
    "apellidos": "family_name", "cargo": "title", "telefono": "phone", "movil": "mobile",
    "celular": "mobile", "correo": "email", "correoelectronico": "email", "oficina": "office",
    "idioma": "languages", "idiomas": "languages", "pais": "country", "temas": "topics",
    "notas": "note",
    # Portuguese
    "nome": "name", "nomecompleto": "name", "sobrenome": "family_name", "apelido": "family_name",
    "telefone": "phone", "telemovel": "mobile", "ramal": "ext", "escritorio": "office",
    # Italian
    "cognome": "family_name", "qualifica": "title", "ruolo": "title", "cellulare": "mobile",
    "interno": "ext", "ufficio": "office", "sede": "office", "lingua": "languages",
    "lingue": "languages", "paese": "country",
    # Russian
    "имя": "name", "фамилия": "family_name", "должность": "title", "телефон": "phone",
    "мобильный": "mobile", "добавочный": "ext", "почта": "email", "элпочта": "email",
    "электроннаяпочта": "email", "офис": "office", "страна": "country", "язык": "languages",
    "языки": "languages",
}  # fmt: skip
OFFICE_NAMES = {
    "office": "name", "bureau": "name", "officename": "name", "lang": "language",
    "languages": "language", "organisation": "organization", "tz": "timezone",
    "phone": "switchboard", "tel": "switchboard", "telephone": "switchboard",
    "countrycode": "country",
    "buro": "name", "standort": "name", "stadt": "city", "ort": "city", "land": "country",
    "telefon": "switchboard", "zentrale": "switchboard", "sprache": "language",
    "ville": "city", "pays": "country", "langue": "language", "standard": "switchboard",
    "oficina": "name", "ciudad": "city", "pais": "country", "idioma": "language",
    "centralita": "switchboard", "telefono": "switchboard",
    "cidade": "city", "escritorio": "name", "telefone": "switchboard",
    "ufficio": "name", "sede": "name", "citta": "city", "paese": "country",
    "lingua": "language", "centralino": "switchboard",
}  # fmt: skip
