import pytest

from pressdesk.errors import InvalidFileError
from pressdesk.exchange.columns import (
    CONTACT_COLUMNS,
    CONTACTS,
    OFFICE_COLUMNS,
    OFFICES,
    Columns,
    map_columns,
)
from pressdesk.text.folding import fold
from pressdesk.words import all_meanings


def fields_of(*header: str) -> tuple[str | None, ...]:
    """Give the fields of a header."""
    return map_columns("list.csv", 1, header).fields


@pytest.mark.parametrize("columns", [CONTACT_COLUMNS, OFFICE_COLUMNS])
def test_every_column_goes_by_its_name(columns: tuple[str, ...]) -> None:
    """The columns that pressdesk writes are those that it reads, in whatever order."""
    assert fields_of(*columns) == columns
    assert fields_of(*reversed(columns)) == columns[::-1]


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("E-Mail", "email"), ("e mail", "email"), ("MAIL", "email"), ("E-mail address", "email"),
        ("Tel", "phone"), ("Tel.", "phone"), ("Telephone", "phone"), ("PHONE NUMBER", "phone"),
        ("Phone-Number", "phone"), ("phone_number", "phone"), ("Extension", "ext"), ("Ext.", "ext"),
        ("Job Title", "title"), ("job-title", "title"), ("Role", "title"), ("Cell", "mobile"),
        ("Given Name", "given_name"), ("given-name", "given_name"), ("Surname", "family_name"),
        ("Language", "languages"), ("Topic", "topics"), ("Notes", "note"), ("FROM", "from"),
        ("Whats App", "whatsapp"), ("country", "country"), ("Key", "key"), ("kind", "kind"),
    ],
)  # fmt: skip
def test_a_column_is_known_by_what_people_call_it(header: str, field: str) -> None:
    """Case, spaces, hyphens, underscores and dots do not matter; the usual synonyms are known."""
    assert fields_of("Office", "NAME", header)[2] == field


@pytest.mark.parametrize("header", ["office", "Bureau", "OFFICE", "bu-reau"])
def test_a_bureau_is_an_office(header: str) -> None:
    """The column that every contact needs has a synonym too."""
    assert fields_of(header, "name") == ("office", "name")


@pytest.mark.parametrize(
    ("header", "is_offices"),
    [
        (("name", "country"), True),
        (("Office name", "Country code", "Tel", "Organisation"), True),
        (("name", "country", "phone", "city", "reports to"), True),
        (("office", "name"), False),
        (("office", "name", "country", "phone"), False),
        (("bureau", "full name", "e-mail"), False),
    ],
)
def test_a_file_is_of_offices_or_of_contacts(header: tuple[str, ...], is_offices: bool) -> None:  # noqa: FBT001
    """A contact's row names its office, an office's row its country."""
    assert map_columns("list.csv", 1, header).is_offices is is_offices


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("title_fr", "title_fr"), ("Title FR", "title_fr"), ("title-pt-BR", "title_pt-BR"),
        ("TITLE_PT_BR", "title_pt-BR"), ("title zh-hant", "title_zh-Hant"),
        ("title_old", None), ("title_1", None), ("name_fr", None), ("titlefr", None),
    ],
)  # fmt: skip
def test_a_title_has_a_column_for_each_language(header: str, field: str | None) -> None:
    """A tag that is no language makes a column of somebody else's."""
    assert fields_of("office", "name", header)[2] == field


@pytest.mark.parametrize(
    ("headers", "fields"),
    [
        ("Büro, Vorname, Nachname, Funktion, Telefon, Durchwahl, Handy, E-Mail-Adresse",
         "office given_name family_name title phone ext mobile email"),
        ("BUREAU, Prénom, Nom, Fonction, Téléphone, Portable, Courriel",
         "office given_name name title phone mobile email"),
        ("Oficina, Nombre, Apellidos, Cargo, Teléfono, Móvil, Correo electrónico",
         "office name family_name title phone mobile email"),
        ("Escritório, Nome, Sobrenome, Cargo, Telefone, Celular, Ramal",
         "office name family_name title phone mobile ext"),
        ("Ufficio, Nome, Cognome, Qualifica, Telefono, Cellulare, Interno",
         "office name family_name title phone mobile ext"),
        ("Офис, Имя, Фамилия, Должность, Телефон, Мобильный, Добавочный",
         "office name family_name title phone mobile ext"),
    ],
)  # fmt: skip
def test_lists_in_other_languages_are_understood(headers: str, fields: str) -> None:
    """By the usual names of columns, with and without accents."""
    assert fields_of(*headers.split(", ")) == tuple(fields.split())
    assert fields_of(*map(fold, headers.split(", "))) == tuple(fields.split())


@pytest.mark.parametrize("columns", [CONTACTS, OFFICES])
def test_every_name_means_a_column(columns: Columns) -> None:
    """And none of pressdesk's own columns is called by it."""
    meant = all_meanings(columns.kind)
    assert set(meant.values()) <= set(columns.fields)
    assert not set(meant) & {column.replace("_", "") for column in columns.fields}


def test_an_office_has_names_in_other_languages() -> None:
    """`name_fr` belongs to offices as `title_fr` does to contacts."""
    assert fields_of("name", "country", "Name FR", "title_fr")[2:] == ("name_fr", None)


@pytest.mark.parametrize(
    ("header", "field", "places"),
    [
        (("office", "name", "email", "email"), "email", "email, email"),
        (("office", "name", "email", "E-Mail"), "email", "email, E-Mail"),
        (("office", "bureau", "name"), "office", "office, bureau"),
        (("office", "name", "title_fr", "Title FR"), "title_fr", "title_fr, Title FR"),
        (("name", "country", "phone", "switchboard"), "switchboard", "phone, switchboard"),
    ],
)
def test_a_doubled_column_is_refused(header: tuple[str, ...], field: str, places: str) -> None:
    """The csv module would keep the last one in silence."""
    with pytest.raises(InvalidFileError) as refusal:
        map_columns("list.csv", 3, header)
    expected = f"list.csv:3: two columns mean {field} ({places}); keep one of them"
    assert str(refusal.value) == expected
    assert refusal.value.exit_code == 4


@pytest.mark.parametrize(
    ("header", "missing"),
    [
        (("office", "email"), "no column name"),
        (("name", "email"), "no column office"),
        (("email", "phone"), "no column office and no column name"),
        (("name",), "no column country"),
        (("country", "city"), "no column name"),
        (("Vorname", "Nachname"), "no column name and no column country"),
    ],
)
def test_a_missing_column_is_refused(header: tuple[str, ...], missing: str) -> None:
    """The message says what was found, so that a renamed column is seen, and how to map it."""
    with pytest.raises(InvalidFileError) as refusal:
        map_columns("list.csv", 1, header)
    assert str(refusal.value) == (
        f"list.csv:1: has {missing}; contacts need office and name, offices need name and country; "
        f'--map "THEIRS={missing.split()[2]}" says which column it is; found: {", ".join(header)}'
    )


def test_unknown_columns_are_named_once() -> None:
    """Each under its own header; one without a header by its place; ours of rejects not at all."""
    header = ("office", "name", "Shoe size", "", "shoe size", "Shoe size", "Reason")
    mapping = map_columns("list.csv", 1, header)
    assert mapping.ignored == ("Shoe size", "column 4 (without a header)", "shoe size")
    assert mapping.fields == ("office", "name", *[None] * 5)


def test_a_thousand_columns_are_read() -> None:
    """Those that are known stand anywhere among those that are not."""
    header = [f"Column {number}" for number in range(1000)]
    header[17], header[400], header[999] = "Name", "E-mail", "Office"
    mapping = map_columns("list.csv", 1, tuple(header))
    assert {place: one for place, one in enumerate(mapping.fields) if one} == {
        17: "name", 400: "email", 999: "office",
    }  # fmt: skip
    assert len(mapping.ignored) == 997


@pytest.mark.parametrize(
    "header", [tuple(f"Column {number}" for number in range(1000)), ("x" * 140_000,)]
)
def test_messages_stay_short(header: tuple[str, ...]) -> None:
    """A file of something else does not fill the screen with its header."""
    with pytest.raises(InvalidFileError) as refusal:
        map_columns("list.csv", 1, header)
    assert len(str(refusal.value)) < 800
    assert str(refusal.value).endswith(("Column 39 and 960 more", "x…"))
