import json
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from pressdesk.errors import InvalidFileError
from pressdesk.exchange.flat_record import flatten_contact, flatten_office
from pressdesk.exchange.json import reader as json_reader
from pressdesk.exchange.json.reader import looks_like_json, read_json, read_json_lines
from pressdesk.exchange.json.writing import contact_data, office_data
from pressdesk.exchange.sheet import Record, Sheet
from pressdesk.model import Contact, Office, PhoneKind, Posting
from tests.strategies import contacts, offices

ZOE: dict[str, Any] = {"office": "bern", "name": "Zoë", "email": "zoe@example.org"}
FLAT = '{"office": "bern", "name": "Zoë"}'


def dumped(data: object) -> bytes:
    """Give data as a file of JSON."""
    text = json.dumps(data, ensure_ascii=False)
    return (text if text.isprintable() else json.dumps(data)).encode()


def records_of(text: str | bytes) -> tuple[Record, ...]:
    """Give the records of an array."""
    content = text.encode() if isinstance(text, str) else text
    return read_json("list.json", content)[0].records


def record_of(data: object) -> Record:
    """Give the record of one object."""
    (record,) = records_of(dumped([data]))
    return record


def lines_of(*lines: bytes) -> tuple[Record, ...]:
    """Give the records of lines."""
    return read_json_lines("list.jsonl", b"\n".join(lines))[0].records


def reason_of(record: Record) -> str:
    """Give why a record is refused, with its column."""
    assert record.problem is not None
    return f"{record.problem.column}: {record.problem.reason}"


def refusal_of(text: str | bytes) -> str:
    """Give why a file is refused whole."""
    with pytest.raises(InvalidFileError) as caught:
        records_of(text)
    return str(caught.value)


# What pressdesk exports


def expected_texts(
    contact: Contact, posting: Posting | None, *, internal: bool = True
) -> dict[str, str]:
    """Give the texts of a contact, without the note: an export does not hold it.

    What is its own number, is always said to be one: an object does not know the switchboards.
    """
    public = [phone for phone in contact.phones if phone.public and phone.number.extension]
    own = (phone.number for phone in public if phone.kind is PhoneKind.OFFICE)
    office = Office("here", "Here", "US", switchboard=next(own, None))
    flat = flatten_contact(contact, posting, office, internal=internal)
    return {column: text for column, text in flat.items() if column != "note"}


def own_texts(record: Record) -> dict[str, str]:
    """Give the texts of a record."""
    return dict(record.texts)


@given(contact=contacts(), office=offices())
def test_reading_undoes_an_export(contact: Contact, office: Office) -> None:
    """What we write we read back: the texts of the CSV, whoever is in it."""
    data = {
        "schema_version": 1,
        "offices": [office_data(office)],
        "contacts": [contact_data(contact)],
    }
    those, people = read_json("export.json", dumped(data))
    assert (those.is_offices, people.is_offices) == (True, False)
    assert [dict(one.texts) for one in those.records] == [flatten_office(office)]
    (record,) = people.records
    assert record.problem is None
    assert own_texts(record) == expected_texts(contact, contact.postings[0])
    assert record.texts.get("left_on") == (contact.left_on and contact.left_on.isoformat())
    assert record.texts.get("unlisted") == ("yes" if contact.unlisted else None)


@given(contact=contacts(), office=offices())
def test_reading_undoes_an_export_line_by_line(contact: Contact, office: Office) -> None:
    """The same objects one a line; nothing says which are offices but they themselves."""
    lines = b"\n".join(map(dumped, (contact_data(contact), office_data(office))))
    those, people = read_json_lines("export.jsonl", lines)
    assert [dict(one.texts) for one in those.records] == [flatten_office(office)]
    assert own_texts(people.records[0]) == expected_texts(contact, contact.postings[0])
    assert (people.records[0].line, those.records[0].line) == (1, 2)


@given(contact=contacts())
def test_internal_values_stay_out_where_the_data_has_none(contact: Contact) -> None:
    """An export without --internal holds the public values alone."""
    (record,) = records_of(dumped([contact_data(contact, internal=False)]))
    wanted = expected_texts(contact, contact.postings[0], internal=False)
    assert own_texts(record) == {one: text for one, text in wanted.items() if one != "internal"}


def test_each_posting_is_a_record() -> None:
    """And a contact without any has one without an office; warnings come once."""
    postings = [{"office": "bern", "extension": 230, "rank": 1}, {"office": "rome"}]
    data = {"name": "Zoë", "emails": [], "phones": None, "postings": postings}
    first, second = records_of(dumped([data]))
    assert first.texts == {"name": "Zoë", "office": "bern", "ext": "230", "rank": "1"}
    assert second.texts == {"name": "Zoë", "office": "rome"}
    assert (len(first.warnings), second.warnings) == (1, ())
    assert record_of({**data, "postings": []}).texts == {"name": "Zoë"}


def test_a_contact_of_too_many_postings_is_refused() -> None:
    """Each repeats the whole contact, and a file could swell without end."""
    data = {"name": "Zoë", "postings": [{"office": "bern"}] * 101}
    assert reason_of(record_of(data)) == "office: has more than 100 postings"


def test_what_no_column_says_is_named() -> None:
    """Once in the sheet's notes; whatever an export holds has a column."""
    data = {
        "name": "Zoë", "colour": "red", "successor": "max",
        "emails": [
            {"address": "z@example.org", "public": True, "verified_on": "2026-01-01"},
            {"address": "y@example.org", "public": True},
        ],
        "postings": [{"office": "bern", "title": "Here alone"}],
    }  # fmt: skip
    (sheet,) = read_json("list.json", dumped([data, data]))
    assert sheet.notes == ("ignored keys: colour",)
    assert sheet.records[0].texts["successor"] == "max"
    assert sheet.records[0].texts["posting_title"] == "Here alone"
    assert sheet.records[0].texts["verified_on"] == "2026-01-01 z@example.org"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"emails": ["z@example.org"]}, "email: expected an array of objects"),
        ({"emails": [{"address": "z@example.org"}]}, "email: is neither true nor false"),
        ({"phones": [{"number": "+41", "public": 1}]}, "phone: is neither true nor false"),
        ({"phones": [{"public": True, "kind": "fax"}]}, "fax: a number is missing"),
        ({"phones": [{"number": "+41", "public": True, "kind": "telex"}]}, "is no kind"),
        ({"postings": {"office": "bern"}}, "office: expected an array of objects"),
        ({"postings": [{"office": 1.5}]}, 'office: "1.5": is a decimal number'),
        ({"titles": ["Head"]}, "title: expected an object"),
        ({"titles": {"not a tag": "Head"}}, 'title: "not a tag" is no language'),
        ({"titles": {"pt-BR": "Head", "pt-br": "Head"}}, "title_pt-BR: stands twice"),
        ({"unlisted": "yes"}, "unlisted: is neither true nor false"),
        ({"name": ["Zoë"]}, "name: is an array"),
    ],
)  # fmt: skip
def test_an_exported_contact_that_is_none(changes: dict[str, Any], reason: str) -> None:
    """Who may see a value is never guessed."""
    assert reason in reason_of(record_of({"name": "Zoë", "postings": [], **changes}))


def test_a_display_of_other_digits_is_not_believed() -> None:
    """Somebody changed the number, and not what only shows it."""
    phone = {"number": "+41227179111", "display": "+41 22 717 91 12", "public": True}
    record = record_of({"name": "Zoë", "phones": [phone]})
    assert record.texts["phone"] == "+41227179111"
    assert "is not" in record.warnings[0]


def test_the_array_says_what_an_office_is() -> None:
    """In an export it need not be told from its keys."""
    data = {"offices": [{"name": "Bern", "phone": "+41 22 717 91 11"}], "contacts": [ZOE]}
    those, people = read_json("export.json", dumped(data))
    assert those.records[0].texts == {"name": "Bern", "switchboard": "+41 22 717 91 11"}
    assert people.records[0].texts == ZOE


# Columns as keys


def test_keys_are_the_columns_however_they_are_written() -> None:
    """As in the header of a CSV."""
    data = {"Bureau": "bern", "Full Name": "Zoë", "E-Mail": "z@example.org", "Title FR": "Cheffe"}
    record = record_of(data)
    assert record.texts == {
        "office": "bern", "name": "Zoë", "email": "z@example.org", "title_fr": "Cheffe",
    }  # fmt: skip
    assert record.cells == ("bern", "Zoë", "z@example.org", "Cheffe")


def test_offices_come_first() -> None:
    """Contacts need them; each sheet has its own kind."""
    data = [ZOE, {"name": "Bern", "country": "CH", "code": "bern"}]
    those, people = read_json("list.json", dumped(data))
    assert (those.is_offices, those.header) == (True, ("name", "country", "code"))
    assert (people.is_offices, people.read_as) == (False, "contacts, JSON")


def test_arrays_are_joined() -> None:
    """Empty places stay, so that numbers and extensions pair."""
    data = {**ZOE, "topics": ["food", "winter"], "phone": ["", "+1 202 555 0123"],
            "ext": ["230", None], "languages": []}  # fmt: skip
    texts = record_of(data).texts
    assert (texts["topics"], texts["phone"], texts["ext"]) == (
        "food ; winter", "; +1 202 555 0123", "230 ;",
    )  # fmt: skip
    assert "languages" not in texts


def test_a_semicolon_in_a_value_is_warned() -> None:
    """It will part the value; that of ";ext=" does not."""
    assert "semicolon" in record_of({**ZOE, "topics": ["a; b"]}).warnings[0]
    assert not record_of({**ZOE, "phone": ["+41 22 717 91 11;ext=5"]}).warnings


@pytest.mark.parametrize("column", ["phone", "ext", "mobile", "fax", "Tel"])
def test_a_number_for_a_phone_is_warned(column: str) -> None:
    """It may have lost its zeros."""
    record = record_of({**ZOE, column: 12025550123})
    assert "12025550123" in record.texts.values()
    assert "may be lost" in record.warnings[0]


def test_a_rank_is_a_number() -> None:
    """Nothing can be lost of it."""
    record = record_of({**ZOE, "rank": 2})
    assert (record.texts["rank"], record.warnings, record.problem) == ("2", (), None)


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (1.5, 'phone: "1.5": is a decimal number; write it in quotation marks'),
        (True, 'phone: "True": is true or false; write it in quotation marks'),
        ({"a": 1}, "phone: is an object; expected text in quotation marks"),
        ([["1"]], "phone: is an array; expected text in quotation marks"),
        ("1\x002", 'phone: "1\\x002": contains a control character (U+0000); type it again'),
        ("1\t2", 'phone: "1\\x092": contains a control character (U+0009); type it again'),
    ],
)  # fmt: skip
def test_a_value_that_is_no_text_refuses_its_record(value: object, reason: str) -> None:
    """The others are read, and what could be read of this one stays for the rejects."""
    bad, good = records_of(dumped([{**ZOE, "phone": value}, ZOE]))
    assert reason_of(bad) == reason
    assert bad.texts["name"] == "Zoë"
    assert (good.problem, good.texts) == (None, ZOE)


def test_a_name_is_never_a_number() -> None:
    """Ints are for phones."""
    assert reason_of(record_of({**ZOE, "name": 5})).startswith('name: "5": is a number')


def test_half_a_character_is_refused() -> None:
    """JSON can write it, and no file can hold it."""
    for name in ("Zo\\ud83d", "Zo\\u0000\\ud83d"):
        (record,) = records_of(f'[{{"office": "bern", "name": "{name}"}}]')
        assert record.problem is not None
        record.texts["name"].encode()  # into a file of refused rows
    assert "half a character" in reason_of(record_of({**ZOE, "name": "Zo\ud83d"}))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\u2028", "\u2029", "\x85"])
def test_line_breaks_become_a_space(end: str) -> None:
    """With a warning."""
    record = record_of({**ZOE, "title": f"Head, {end}\tMedia"})
    assert record.texts["title"] == "Head, Media"
    assert record.warnings == ("title: a line break in the value became a space",)


def test_two_keys_of_one_column() -> None:
    """Refused where both say something."""
    assert "two keys mean it" in reason_of(record_of({**ZOE, "tel": "1", "phone": "2"}))
    assert record_of({**ZOE, "tel": "1", "phone": ""}).texts["phone"] == "1"


def test_keys_of_somebody_else() -> None:
    """They are named once; an object that has no others is refused."""
    (sheet,) = read_json("list.json", dumped([{**ZOE, "x": 1, "reason": "no"}, {**ZOE, "x": 2}]))
    assert sheet.notes == ("ignored keys: x",)
    (sheet,) = read_json("list.json", dumped([{**ZOE, "b": 1, "a\x1b": 2}]))
    assert sheet.notes == ("ignored keys: b, a\\x1b",)
    assert "half a character" in reason_of(record_of({**ZOE, "a\ud83d": 2}))
    assert "has none of the keys" in reason_of(record_of({"x": "y"}))


def test_columns_beyond_the_csv_are_read_from_flat_objects_too() -> None:
    """Only unlisted may be true or false."""
    record = record_of({**ZOE, "Left on": "2026-01-01", "unlisted": True})
    assert (record.texts["left_on"], record.texts["unlisted"]) == ("2026-01-01", "yes")
    assert "unlisted" not in record_of({**ZOE, "unlisted": False}).texts


# Traps of the notation


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ('{"name": "a", "name": "b"}', 'has the key "name" twice'),
        (
            '{"name": "a", "emails": [{"public": true, "public": false}]}',
            'has the key "public" twice',
        ),
        ('{"name": "a", "x": NaN}', "has NaN, which is no JSON"),
        ('{"name": "a", "x": -Infinity}', "has -Infinity, which is no JSON"),
        ('{"name": "a", "x": 1e400}', 'too large ("1e400")'),
        (f'{{"name": "a", "ext": {"1" * 5000}}}', "more than 1000 digits"),
        (f'{{"x": {"[" * 20_000}{"]" * 20_000}}}', "nested too deeply"),
        (f"{'[' * 20_000}{']' * 20_000}", "nested too deeply"),
        (json.dumps(dict.fromkeys(map(str, range(1001)))), "more than 1000 keys"),
        ('{"name": "a" "b": 1}', "is not JSON (expecting ',' delimiter at line 2)"),
        ('{"name": "a}", \'x\': 1}', "is not JSON"),
        ('{"name": "a\tb"}', "is not JSON (invalid control character at line 2)"),
        ("null", "is no object"),
        ('"text"', "is no object"),
        ("[]", "is no object"),
    ],
)
def test_a_bad_object_refuses_itself_alone(bad: str, reason: str) -> None:
    """Each with its line, and the ones beside it are read."""
    if "\t" in bad:
        # A raw control hides where its string ends: no guess is made.
        assert "is not JSON" in refusal_of(f"[{FLAT},\n{bad},\n{FLAT}]")
    else:
        first, middle, last = records_of(f"[{FLAT},\n{bad},\n{FLAT}]")
        assert reason in reason_of(middle)
        assert [one.problem for one in (first, last)] == [None, None]
        assert [one.line for one in (first, middle, last)] == [1, 2, 3]


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("", "list.json:1: is empty; expected an array of contacts"),
        (" \n\ufeff", "list.json:2: expected an array of contacts"),
        ("5", "list.json:1: expected an array of contacts"),
        ('"text"', "list.json:1: expected an array of contacts"),
        ("{}", "list.json:1: expected an array of contacts"),
        ('{"name": "Zoë",\n"office": "bern"}', "list.json:1: expected an array of contacts"),
        ('{"contacts": {}}', "list.json:1: contacts is no array"),
        ('{"contacts": [],\n"contacts": []}', 'list.json:2: has the key "contacts" twice'),
        ('{"x": NaN, "contacts": []}', "list.json:1: has NaN, which is no JSON"),
        ('{"schema_version": "1", "contacts": []}', "list.json:1: schema_version is no number"),
        ('{"schema_version": true, "contacts": []}', "list.json:1: schema_version is no number"),
        ('{"schema_version": 2, "contacts": [5', "list.json:1: made by a newer pressdesk"),
        ('{"contacts": [],}', "list.json:1: is not JSON (a key in quotation marks is missing)"),
        ('{"contacts" []}', "list.json:1: is not JSON (a colon is missing)"),
        (f"[{FLAT}\n{FLAT}]", "list.json:2: is not JSON (a comma or ] is missing)"),
        (f"[{FLAT},\n]", "list.json:2: is not JSON (expecting value at line 2)"),
        (f"[{FLAT},\n", "list.json:2: is not JSON (expecting value at line 2)"),
        (f"[{FLAT}]\n{FLAT}", "list.json:2: has more text after its end"),
        ('[\n{"name": "Zoë', "list.json:2: is not JSON (unterminated string"),
        ('[\n{"name": "Zoë]}', "list.json:2: is not JSON (unterminated string"),
        ("\n" + "[" * 20_000, "list.json:2: is not JSON (it is nested too deeply)"),
        (b'[\n\n{"name": "Zo\xeb"}]', "list.json:3: is not UTF-8; save it as UTF-8"),
        (b"\xff\xfe[\x00\n\x00\x00\xd8", "list.json:2: is not UTF-16; save it as UTF-8"),
    ],
)  # fmt: skip
def test_a_file_that_is_refused_whole(text: str | bytes, refusal: str) -> None:
    """With the line where that was seen."""
    assert refusal_of(text).startswith(refusal)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_byte_order_marks_are_read(encoding: str) -> None:
    """UTF-16 has one always."""
    text = f"[{FLAT}]"
    assert records_of(text.encode(encoding))[0].texts["name"] == "Zoë"
    lines = f"{FLAT}\n{FLAT}".encode(encoding)
    assert [one.line for one in read_json_lines("list.jsonl", lines)[0].records] == [1, 2]


def test_an_empty_array_is_an_empty_sheet() -> None:
    """Nothing to take in is no mistake."""
    assert records_of("[]") == records_of('{"contacts": []}') == ()


def test_a_quotation_mark_too_few_hides_no_record() -> None:
    """What follows it would be swallowed by a guess, so the file is refused."""
    assert "is not JSON" in refusal_of('[{"name": "a}, {"name": "b"}, {"name": "c"}]')


def test_a_file_of_malformed_objects_is_refused() -> None:
    """Each costs a look at the whole file before it."""
    assert "is not JSON" in refusal_of(f"[{', '.join(['{x}'] * 200)}]")
    assert len(records_of(f"[{', '.join(['{x}'] * 100)}]")) == 100


def test_too_many_records(monkeypatch: pytest.MonkeyPatch) -> None:
    """A contact counts once for each posting."""
    monkeypatch.setattr(json_reader, "MOST_ROWS", 2)
    data = {"name": "Zoë", "postings": [{"office": "a"}, {"office": "b"}, {"office": "c"}]}
    assert "has more than 2 records" in refusal_of(dumped([data]))


# One object a line


def test_a_bad_line_refuses_itself_alone() -> None:
    """Blank lines count, and say nothing."""
    good = FLAT.encode()
    records = lines_of(good, b"", b"{", b"[]", b"\xff", good + b"x", b"\r", good + b"\r")
    assert [one.line for one in records] == [1, 3, 4, 5, 6, 8]
    assert [one.problem is None for one in records] == [True, False, False, False, False, True]
    assert reason_of(records[1]).startswith(": is not JSON (expecting property name")
    assert reason_of(records[3]) == ": is not UTF-8; save the file as UTF-8"
    assert "more text after its end at character" in reason_of(records[4])


def test_only_lf_parts_lines() -> None:
    """U+2028, U+0085, VT and FF stand in values, or between them."""
    (record,) = lines_of('{"office": "bern", "name": "Zoë\u2028\x85Lindqvist"}'.encode())
    assert record.texts["name"] == "Zoë Lindqvist"


def test_deep_lines() -> None:
    """They refuse themselves too."""
    (record, _) = lines_of(b"[" * 20_000, FLAT.encode())
    assert reason_of(record) == ": is not JSON (it is nested too deeply)"


# Telling them apart, and never a crash


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("[]", "json"), ("\n [\n {", "json"), ('["a"]', "json"), ("[[", "json"),
        ('{"schema_version": 1, "contacts": []}', "json"), ('{\n  "contacts": [', "json"),
        ('{\n "name": "Zoë"}', "json"), (FLAT, "jsonl"), (f"{FLAT}\r\n{FLAT}", "jsonl"),
        ("", None), ("office,name\n", None), ("[x],name", None), ("{x}", None),
        ("BEGIN:VCARD", None), ("\x00", None),
    ],
)  # fmt: skip
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_it_is_known_by_how_it_begins(text: str, form: str | None, encoding: str) -> None:
    """Whatever the file is called."""
    assert looks_like_json(text.encode(encoding)) == form


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["name", "office", "emails", "phones", "postings", "titles", "names",
                         "switchboard", "address", "public", "number", "kind", "contacts",
                         "offices", "unlisted", "ext", "country", "fr", "schema_version"])
        | st.text(max_size=3),
        inner, max_size=4,
    ),
    max_leaves=12,
)  # fmt: skip


def sheets_or_refusal(content: bytes) -> list[Sheet]:
    """Read a file in both manners; a refusal is an answer too."""
    sheets = []
    for read in (read_json, read_json_lines):
        try:
            sheets += read("list", content)
        except InvalidFileError:
            continue
    looks_like_json(content)
    return sheets


@given(
    content=st.binary(max_size=60)
    | st.text('[]{}",:\\/ \n01eNa\ufeff\u2028\ud800', max_size=40).map(
        lambda text: text.encode("utf-8", "surrogatepass")
    )
)
@settings(max_examples=300)
def test_no_bytes_crash(content: bytes) -> None:
    """Whatever is in a file, it is read or refused."""
    sheets_or_refusal(content)


@given(value=_VALUES)
@settings(max_examples=300)
def test_no_data_crash(value: object) -> None:
    """The keys are ours, the values anything; all texts can be written to a file."""
    for sheet in sheets_or_refusal(json.dumps([value]).encode()):
        for record in sheet.records:
            "".join((*record.texts.values(), *record.cells)).encode()
