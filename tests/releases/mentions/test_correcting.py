"""The promise: a value changes wherever it stands, and nothing else does."""

from io import BytesIO
from itertools import product
from zipfile import ZipFile

import pytest
from hypothesis import given, settings, strategies as st

from pressdesk.releases.formats import parse_release
from pressdesk.releases.mentions.correcting import Exchange, correct_release
from tests.releases.mentions import planted
from tests.releases.mentions.planted import EXTENSIONS, NEW, NUMBERS, OLD, SUFFIXES

ADDRESS = Exchange(OLD.email, NEW.email)
BOTH = Exchange((OLD.e164, OLD.extension), (NEW.e164, NEW.extension))
SHAPES = tuple(product(NUMBERS, EXTENSIONS))
ALONE = Exchange((OLD.e164, None), (NEW.e164, None))


def corrected(form: str, content: bytes, *exchanges: Exchange) -> bytes:
    """Return a release in which values are replaced."""
    for exchange in exchanges:
        release = parse_release(f"r.{SUFFIXES[form]}", content, form)
        content = correct_release(release, exchange.find(release))
    return content


def parts(form: str, content: bytes) -> dict[str, bytes]:
    """Return what is compared: of a Word document each part, else the bytes."""
    if form != "docx":
        return {"": content}
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()
                if name != "docProps/core.xml"}  # fmt: skip


@settings(max_examples=150)
@given(st.data())
def test_a_planted_value_is_replaced_and_all_else_stays(data: st.DataObject) -> None:
    """In every format, kind of place, form of number and word before an extension."""
    form = data.draw(st.sampled_from(tuple(SUFFIXES)))
    place = data.draw(st.sampled_from(planted.places(form)))
    shape = data.draw(st.sampled_from(SHAPES))
    exchanges = ADDRESS, BOTH if EXTENSIONS[shape[1]] else ALONE
    before, after = (planted.release(form, place, one, *shape) for one in (OLD, NEW))
    made = corrected(form, before, *exchanges)
    assert parts(form, made) == parts(form, after), (form, place, shape)
    # And back again, as `replace NEW OLD` does.
    back = (Exchange(new, old) for old, new in exchanges)
    assert parts(form, corrected(form, made, *back)) == parts(form, before)


@pytest.mark.parametrize("form", SUFFIXES)
def test_every_place_in_the_plainest_form(form: str) -> None:
    """So that a place that fails is named without Hypothesis."""
    for place in planted.places(form):
        before, after = (planted.release(form, place, one, "international", "en")
                         for one in (OLD, NEW))  # fmt: skip
        assert parts(form, corrected(form, before, ADDRESS, BOTH)) == parts(form, after), place


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("extension", EXTENSIONS)
def test_every_form_in_a_sentence(number: str, extension: str) -> None:
    """And with every word before an extension."""
    before, after = (planted.release("text", "sentence", one, number, extension)
                     for one in (OLD, NEW))  # fmt: skip
    exchange = BOTH if EXTENSIONS[extension] else ALONE
    assert corrected("text", before, ADDRESS, exchange) == after


def test_a_number_without_an_extension_stands_for_all_of_them() -> None:
    """And they are kept."""
    before = b"Ada +41 22 501 01 00 ext 12\nBob +41 22 501 01 00 x13, desk +41 22 501 01 00\n"
    after = b"Ada +41 22 555 09 37 ext 12\nBob +41 22 555 09 37 x13, desk +41 22 555 09 37\n"
    assert corrected("text", before, ALONE) == after


@pytest.mark.parametrize(
    ("old", "new", "before", "after"),
    [
        ("+1 202 862 1826", "+1 202 555 0143", "(202) 862-1826", "(202) 555-0143"),
        ("+1 202 862 1826", "+44 20 7946 0958", "(202) 862-1826", "+44-20-7946-0958"),
        ("+1 202 862 1826", "+44 20 7946 0958", "tel. +1 202 862 1826", "tel. +44 20 7946 0958"),
        ("+44 20 7946 0958", "+41 22 501 01 00", "+44 (0)20 7946 0958", "+41 22 501 01 00"),
        ("+49 30 901820", "+49 30 9018201", "030 901820", "030 9018201"),
        ("+49 30 901820", "+49 30 9018201", "+49-30-901820", "+49-30-9018201"),
        ("+1 202 862 1826 ext 230", "+1 202 862 1826", "1-202-862-1826, ext. 230;",
         "1-202-862-1826;"),
        ("+1 202 862 1826 ext 230", "+1 202 862 1826 ext 7", "202-862-1826 x230",
         "202-862-1826 x7"),
        ("a@b.example", "c@d.example", "a [at] b [dot] example", "c [at] d [dot] example"),
        ("a@b.example", "c@d.example", "a@b.example.", "c@d.example."),
    ],
)  # fmt: skip
def test_forms_that_change_their_length(old: str, new: str, before: str, after: str) -> None:
    """Another country is written internationally; an extension comes or goes with its word."""
    made = corrected("text", f"Call {before}\n".encode(), Exchange.parse(old, new))
    assert made.decode() == f"Call {after}\n"


@pytest.mark.parametrize(
    "text",
    [
        "1225010100", "case 22 501 01 00 12", "CHF 225 010 100", "+41 22 501 01 01", "2250101",
        "xold.desk@meridian.example", "old.desk@meridian.example.org", "No. 0225010100",
        "old-desk@meridian.example", "+4122501010", "IBAN CH41 2250 1010 0",
    ],
)  # fmt: skip
def test_what_is_not_the_value_stays(text: str) -> None:
    """Longer and shorter runs, prices, case numbers, addresses that end alike."""
    content = f"Ships sail: {text}\n".encode()
    assert corrected("text", content, ADDRESS, ALONE) == content
