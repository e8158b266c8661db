import re

import phonenumbers
import pytest
from hypothesis import assume, given, settings, strategies as st

from pressdesk.errors import InvalidValueError
from pressdesk.values.phone_number import PhoneNumber
from pressdesk.values.phone_reading import _ADDED_BY_METADATA, find_country_code, read_phone

READ = [
    ("+1 202 555 0123", None, "+12025550123", "+1 202 555 0123"),
    ("+1 (202) 555-0123", None, "+12025550123", "+1 202 555 0123"),
    ("+1.202.555.0123", None, "+12025550123", "+1 202 555 0123"),
    ("  +12025550123  ", None, "+12025550123", "+1 202 555 0123"),
    ("tel:+1-202-555-0123", None, "+12025550123", "+1 202 555 0123"),
    ("TEL: +1 202 555 0123", None, "+12025550123", "+1 202 555 0123"),
    ("+1 202\u2011555\u20130123", None, "+12025550123", "+1 202 555 0123"),
    ("+1\u00a0202\u00a0555\u00a00123", None, "+12025550123", "+1 202 555 0123"),
    ("(202) 555-0123", "US", "+12025550123", "+1 202 555 0123"),
    ("1 202 555 0123", "US", "+12025550123", "+1 202 555 0123"),
    ("011 44 20 7946 0958", "US", "+442079460958", "+44 20 7946 0958"),
    ("020 7946 0958", "GB", "+442079460958", "+44 20 7946 0958"),
    ("+44 (0)20 7946 0958", None, "+442079460958", "+44 20 7946 0958"),
    ("+44 20 7946 0958", "US", "+442079460958", "+44 20 7946 0958"),
    ("00 49 30 123456", "GB", "+4930123456", "+49 30 123456"),
    ("030/123456", "DE", "+4930123456", "+49 30 123456"),
    ("+49 30 123456-22", None, "+493012345622", "+49 30 12345622"),
    ("06 6982 0000", "IT", "+390669820000", "+39 06 6982 0000"),
    ("8 (495) 123-45-67", "RU", "+74951234567", "+7 495 123 45 67"),
    ("+41 22 717 91 11", None, "+41227179111", "+41 22 717 91 11"),
    ("+254 20 2012345", None, "+254202012345", "+254 20 2012345"),
    ("+870 773 123 456", None, "+870773123456", "+870 773 123 456"),
    ("+881 6 1234 5678", None, "+881612345678", "+881 6 123 45678"),
    ("+800 1234 5678", None, "+80012345678", "+800 1234 5678"),
]


@pytest.mark.parametrize(("text", "region", "e164", "display"), READ)
def test_a_number_is_read(text: str, region: str | None, e164: str, display: str) -> None:
    """E.164 to store and dial, groups with spaces to print."""
    number = PhoneNumber.parse(text, region)
    assert number == PhoneNumber(e164, None, display)
    assert str(number) == display


@pytest.mark.parametrize(
    "text", ["+١ ٢٠٢ ٥٥٥ ٠١٢٣", "＋１ ２０２ ５５５ ０１２３", "+१ २०२ ५५५ ०१२३", "+۱ ۲۰۲ ۵۵۵ ۰۱۲۳"]
)
def test_digits_of_other_scripts_are_stored_as_ascii(text: str) -> None:
    """Arabic-Indic, full-width, Devanagari and Persian ones."""
    assert PhoneNumber.parse(text).e164 == "+12025550123"


# What phonenumbers reads as keypad digits, or not at all.
WRONG_ELSEWHERE = [
    ("+33 1 23 45 67 89 poste 12", "+33123456789", "12"),
    ("+33 1 23 45 67 89, poste 12", "+33123456789", "12"),
    ("+55 11 2345-6789 ramal 10", "+551123456789", "10"),
    ("+55 11 2345-6789 extensão 10", "+551123456789", "10"),
    ("+31 20 624 1111 tst 12", "+31206241111", "12"),
    ("+49 30 123456 App. 22", "+4930123456", "22"),
    ("+49 30 123456 Durchwahl 22", "+4930123456", "22"),
    ("+81 3 1234 5678 内線 12", "+81312345678", "12"),
    ("+86 10 6552 9988 转 12", "+861065529988", "12"),
    ("+20 2 27956666 تحويلة 12", "+20227956666", "12"),
    ("+1 202 555 0123 ext 0230", "+12025550123", "0230"),
    ("+1 202 555 0123 ext ٢٣٠", "+12025550123", "230"),
    ("tel:+1-202-555-0123;ext=230", "+12025550123", "230"),
    ("+1 202 555 0123,,230#", "+12025550123", "230"),
]


@pytest.mark.parametrize(("text", "e164", "extension"), WRONG_ELSEWHERE)
def test_letters_never_become_digits(text: str, e164: str, extension: str) -> None:
    """Extension words come off before the library sees the number."""
    number = PhoneNumber.parse(text)
    assert (number.e164, number.extension) == (e164, extension)
    assert str(number) == f"{number.display} ext {extension}"


REFUSED = [
    ("", None, "has no digits; expected a number"),
    ("   ", None, "has no digits; expected a number"),
    ("+", None, "has no digits; expected a number"),
    ("ext 230", None, "has no digits; expected a number"),
    ("²", "US", "has no digits; expected a number"),
    ("202 555 0123", None, "has no country code; begin with + and the country's code"),
    ("112", None, "has no country code; begin with + and the country's code"),
    ("020 7946 0958", "gb", "has no country code that is in use; begin with +"),
    ("020 7946 0958", "XX", "has no country code that is in use; begin with +"),
    ("+999 1234567", None, "has no country code that is in use; begin with +"),
    ("+1 202 86", None, "too short for the United States (+1); expected 10 digits after +1"),
    ("+1 202 555 01234", None, "too long for the United States (+1); expected 10 digits after +1"),
    ("+1 202-862-1826 (230)", None, "too long for the United States (+1); expected 10 digits"),
    ("+1 202 862 1826-230", None, "too long for the United States (+1); expected 10 digits"),
    ("112", "GB", "too short for the United Kingdom (+44); expected 7, 9 or 10 digits after +44"),
    ("+870 7731234567", None, "has the wrong length for +870; expected 9 or 12 digits after +870"),
    (
        "555 0123",
        "CA",
        "lacks its area code in Canada (+1); write the whole number, with its area code",
    ),
    ("+800 123", None, "too short for +800; expected 8 digits after +800"),
    ("+870 12", None, "too short for +870; expected 9 or 12 digits after +870"),
    ("+39 06 69", None, "too short for Italy (+39); expected 6 to 12 digits after +39"),
    ("+1 202 155 0123", None, "is not a valid number in the United States (+1); check the digits"),
    ("+" + "1" * 60, None, "too long (60 digits); type the whole number"),
    ("+1 2", None, "too short (2 digits); type the whole number"),
    ("1" * 101, "US", "too long (101 characters); expected at most 100"),
    ("+1 800 FLOWERS", None, 'contains letters ("FLOWERS"); type digits; an extension is written'),
    ("call +1 202 555 0123", None, 'contains letters ("call")'),
    ("+49 30 123456 Zimmer 22", None, 'contains letters ("Zimmer")'),
    ("+1 202 555 0123p230", None, 'contains letters ("p")'),
    ("+1 2O2 555 0123", None, 'contains letters ("O")'),
    ("+1 202 555 0123 ext.230/231", None, "has an extension that cannot be read; expected one"),
    ("+1 202 555 0123 ext 230 ext 231", None, "has an extension that cannot be read"),
    ("+1 202 555 0123 x", None, "has an extension that cannot be read"),
    ("+1 202 555 0123 ext.", None, "has an extension that cannot be read"),
    ("+1 202 555 0123 #", None, "has an extension that cannot be read"),
    ("+1 202 555 0123 ext two", None, "has an extension that cannot be read"),
    ("+1 202 555 0123 ext -230", None, "has an extension that cannot be read"),
    ("+1 202 555 0123 / +1 202 555 0124", None, "holds two numbers; give each one by itself"),
    ("+1 202 555 0123 / 0124", None, "holds two numbers; give each one by itself"),
    ("030 1234567/1234568", "DE", "holds two numbers; give each one by itself"),
    ("+1 202 555 0123 or 0124", None, "holds two numbers; give each one by itself"),
    ("+1 202 555 0123 and 0124", None, "holds two numbers; give each one by itself"),
    ("+1 202 555 0123, +1 202 555 0124", None, "holds two numbers; give each one by itself"),
    ("+1 202 555 0123; 202 555 0124", None, "holds two numbers; give each one by itself"),
    ("+1 202 555 0123 & 0124", None, "holds two numbers; give each one by itself"),
    ("+1 202 555 0123 | 0124", None, "holds two numbers; give each one by itself"),
    ("1+202 555 0123", None, 'contains "+"; expected digits, spaces and + ( ) - . /'),
    ("+1 202 555 0123*", None, 'contains "*"; expected digits, spaces'),
    ("+1 202 555 0123_", None, 'contains "_"; expected digits, spaces'),
    ("+1 202 555 0123²", None, 'contains "²"; expected digits, spaces'),
    ("+1 202 555 ①②③④", None, 'contains "①"; expected digits, spaces'),
    ("=1+202 555 0123", None, 'contains "="; expected digits, spaces'),
    ("'+1 202 555 0123", None, 'contains "\'"; expected digits, spaces'),
    ("+1 202 555 0123\u200b", None, "contains U+200B ZERO WIDTH SPACE; type the number again"),
    ("\u200f+1 202 555 0123", None, "contains U+200F RIGHT-TO-LEFT MARK; type the number again"),
    ("\u202a+1 202 555 0123\u202c", None, "contains U+202A LEFT-TO-RIGHT EMBEDDING; type the"),
    ("+1 202\x00 555 0123", None, "contains a control character (U+0000); type it again"),
    ("+1 202 555 0123\n+1 202 555 0124", None, "contains a control character (U+000A)"),
    ("+1 202\t555 0123", None, "contains a control character (U+0009)"),
]


@pytest.mark.parametrize(("text", "region", "message"), REFUSED, ids=lambda one: ascii(one)[:40])
def test_what_is_no_number_is_refused(text: str, region: str | None, message: str) -> None:
    """The message says the field, the value, the reason and the way out."""
    with pytest.raises(InvalidValueError, match=re.escape(message)) as caught:
        PhoneNumber.parse(text, region)
    error = caught.value
    assert (error.field, error.text) == ("phone", text)
    assert str(error).startswith('phone "')
    assert str(error).endswith(error.remedy)
    assert str(error).isprintable()


def test_a_possible_number_is_taken_when_it_is_allowed() -> None:
    """It has the right length, but no carrier is known to have it: it is marked."""
    number = PhoneNumber.parse("+1 202 155 0123", allow_possible=True)
    assert number == PhoneNumber("+12021550123", None, "+1 202 155 0123", possible_only=True)
    assert not PhoneNumber.parse("+1 202 555 0123", allow_possible=True).possible_only


@pytest.mark.parametrize(
    "text", ["+1 202 86", "+1 202 555 01234", "+999 1234567", "+1 800 FLOWERS"]
)
def test_what_is_not_even_possible_is_never_taken(text: str) -> None:
    """The wrong length stays wrong."""
    with pytest.raises(InvalidValueError):
        PhoneNumber.parse(text, allow_possible=True)


def test_another_extension_makes_another_number() -> None:
    """Two people at one switchboard share the E.164 number, and are two."""
    number = PhoneNumber.parse("+1 202 555 0123")
    with_extension = number.with_extension("0230")
    assert (with_extension.e164, with_extension.extension) == (number.e164, "0230")
    assert with_extension != number
    assert with_extension.with_extension(None) == number


# The words before extensions, and how they are printed in blocks.
SPELLINGS = [
    ";ext={}", " ext {}", " ext. {}", " Ext. {}", " extn {}", " extension {}", " x{}", "x{}",
    " x{}.", " X {}", " (x {})", " #{}", ",,{}#", ", {}", " (ext {})", ", ext. {}", ", poste {}",
    " poste {}", " Durchwahl {}", " DW {}", " App. {}", " Nst. {}", " tst. {}", " toestel {}",
    " extensión {}", " anexo {}", " interno {}", " ramal {}", " extensão {}", " int. {}",
    " доб. {}", " вн. {}", " 转 {}", "转{}", " 分机 {}", " 内線 {}", " تحويلة {}",
    "分机：{}", "（分机 {}）", "，转{}",
]  # fmt: skip
SEVERAL = ["+1 202 555 0123", "+44 20 7946 0958", "+49 30 123456", "+33 1 23 45 67 89"]


@pytest.mark.parametrize("spelling", SPELLINGS)
@given(text=st.sampled_from(SEVERAL), extension=st.text("0123456789", min_size=1, max_size=6))
@settings(max_examples=15, deadline=None)
def test_every_spelling_gives_the_same_extension(spelling: str, text: str, extension: str) -> None:
    """The number is the same as without, and the extension keeps its zeros."""
    number = PhoneNumber.parse(text + spelling.format(extension))
    assert number == PhoneNumber.parse(text).with_extension(extension)


MOST = [(" ext ", 20), (" poste ", 20), (";ext=", 20), (" x", 9), (" #", 9), (",,", 15), (", ", 6)]


@pytest.mark.parametrize(("word", "most"), MOST)
def test_an_extension_has_only_so_many_digits(word: str, most: int) -> None:
    """One more is refused, and never cut."""
    extension = "9" * most
    assert PhoneNumber.parse(f"+1 202 555 0123{word}{extension}").extension == extension
    with pytest.raises(InvalidValueError, match=r"extension that cannot be read|two numbers"):
        PhoneNumber.parse(f"+1 202 555 0123{word}{extension}9")


REGIONS = ["US", "GB", "DE", "FR", "IT", "BR", "RU", "CN", "JP", "EG", "KE", "CH", "MX", "AU"]
TAILS = [spelling.format(230) for spelling in SPELLINGS] + [
    " ext", "x", " App 22 b", " Zimmer 5", " (230)", "-22", " / 24", " or 25", "²", "+", " ٢٣", "A"
]  # fmt: skip


def examples(region: str) -> st.SearchStrategy[str]:
    """Give the library's own example numbers of a region, as they are dialled or written."""
    styles = (
        phonenumbers.PhoneNumberFormat.NATIONAL,
        phonenumbers.PhoneNumberFormat.INTERNATIONAL,
        phonenumbers.PhoneNumberFormat.E164,
    )
    kinds = (phonenumbers.PhoneNumberType.FIXED_LINE, phonenumbers.PhoneNumberType.MOBILE)
    found = (phonenumbers.example_number_for_type(region, kind) for kind in kinds)
    return st.sampled_from(
        [phonenumbers.format_number(one, style) for one in found if one for style in styles]
    )


@st.composite
def phone_texts(draw: st.DrawFn) -> tuple[str, str]:
    """Give a text with digits, and the region in which it was typed."""
    region = draw(st.sampled_from(REGIONS))
    noise = st.text("0123456789 -./()+xA", max_size=12)
    number = draw(examples(region) | noise)
    place = draw(st.integers(0, len(number)))
    inserted = draw(st.just("") | st.text("0123456789 -./()+xAe転", max_size=2))
    tail = draw(st.just("") | st.sampled_from(TAILS))
    return number[:place] + inserted + number[place:] + tail, region


@given(phone_texts(), st.booleans())
@settings(max_examples=300, deadline=None)
def test_no_digit_appears_that_was_not_typed(typed: tuple[str, str], possible: object) -> None:
    """Every digit typed is a prefix, the number or its extension, in this order; or it is refused.

    The prefixes are the country's code, those of international and trunk calls, and those of
    carriers: all come before the number.
    """
    text, region = typed
    try:
        number = PhoneNumber.parse(text, region, allow_possible=bool(possible))
    except InvalidValueError:
        return
    extension = number.extension or ""
    digits = "".join(str(int(one)) for one in text if one.isdecimal())
    parsed = phonenumbers.parse(number.e164)
    assume(phonenumbers.region_code_for_number(parsed) not in _ADDED_BY_METADATA)
    assert digits.endswith(phonenumbers.national_significant_number(parsed) + extension)


@pytest.mark.parametrize("region", REGIONS)
def test_the_printed_form_is_read_as_the_same_number(region: str) -> None:
    """What a block prints can be typed in again, wherever one is."""
    example = phonenumbers.example_number(region)
    assert example is not None
    number = PhoneNumber.parse(phonenumbers.format_number(example, 0)).with_extension("0230")
    assert re.fullmatch(r"\+[0-9]+( [0-9]+)+", number.display)
    assert PhoneNumber.parse(str(number), "AR") == number


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("011 15-2345-6789", "AR"),
        ("11 15 2345 6789", "AR"),
        ("+54 11 15 2345 6789", None),
        ("+54 9 11 2345 6789", None),
    ],
)
def test_the_mobile_15_of_argentina_becomes_the_9_of_its_e164(
    text: str, region: str | None
) -> None:
    """The one country whose mobiles are dialled otherwise from within: the 9 was not typed."""
    assert PhoneNumber.parse(text, region).e164 == "+5491123456789"


def test_a_landline_of_argentina_gets_no_9() -> None:
    """Only the 15 is rewritten."""
    assert PhoneNumber.parse("011 2345-6789", "AR").e164 == "+541123456789"


def test_a_short_number_of_antigua_gets_its_area_code() -> None:
    """On an island with one area code, 268, nobody dials it."""
    assert PhoneNumber.parse("460-1234", "AG").e164 == "+12684601234"
    assert PhoneNumber.parse("460-1234", "AG") == PhoneNumber.parse("+1 268 460 1234")


@pytest.mark.parametrize("text", ["460-1234", "(268) 460-1234", "+1 460 1234"])
def test_no_area_code_is_added_elsewhere(text: str) -> None:
    """The same seven digits are too few in the United States; nothing is guessed."""
    if text.startswith("(268)"):
        assert PhoneNumber.parse(text, "US").e164 == "+12684601234"
        return
    with pytest.raises(InvalidValueError, match="lacks its area code in the United States"):
        PhoneNumber.parse(text, "US")


SHORT_AREAS = sorted(set(_ADDED_BY_METADATA) - {"AR"})


@pytest.mark.parametrize("region", SHORT_AREAS)
def test_a_short_number_gets_the_area_code_of_its_island(region: str) -> None:
    """The digits that the metadata adds stand in front; those that were typed follow."""
    added, code = _ADDED_BY_METADATA[region], find_country_code(region)
    kinds = (phonenumbers.PhoneNumberType.FIXED_LINE, phonenumbers.PhoneNumberType.MOBILE)
    found = (phonenumbers.example_number_for_type(region, kind) for kind in kinds)
    wholes = [phonenumbers.national_significant_number(one) for one in found if one]
    whole = next(one for one in wholes if one.startswith(added))
    assert PhoneNumber.parse(whole.removeprefix(added), region).e164 == f"+{code}{whole}"


def test_the_table_of_added_digits_is_that_of_the_metadata() -> None:
    """A new release of phonenumbers may add a region: then this fails, and a person looks."""
    added = {}
    for region in phonenumbers.SUPPORTED_REGIONS:
        metadata = phonenumbers.PhoneMetadata.metadata_for_region(region)
        rule = metadata.national_prefix_transform_rule if metadata else None
        if digits := re.sub(r"[\\$][0-9]|[^0-9]", "", rule or ""):
            added[region] = digits
    assert added == _ADDED_BY_METADATA


def test_no_network_of_no_country_adds_digits() -> None:
    """Satellite and toll-free networks have metadata of their own."""
    codes = [
        code for code, of in phonenumbers.COUNTRY_CODE_TO_REGION_CODE.items() if of == ("001",)
    ]
    found = [phonenumbers.PhoneMetadata.metadata_for_nongeo_region(code) for code in codes]
    assert found
    assert not any(one.national_prefix_transform_rule for one in found if one)


def test_a_digit_that_was_not_typed_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the library makes of a text is held against it."""
    another = phonenumbers.parse("+1 202 555 0199")
    monkeypatch.setattr(phonenumbers, "parse", lambda *_: another)
    message = r"would be read as \+1 202-555-0199, which was not typed; begin with \+"
    with pytest.raises(InvalidValueError, match=message):
        read_phone("+1 202 555 0123", None, allow_possible=False)


@pytest.mark.parametrize(("region", "code"), [("US", 1), ("KE", 254), ("XX", 0), ("us", 0)])
def test_a_country_has_a_code(region: str, code: int) -> None:
    """Regions are upper case; an unknown one has none."""
    assert find_country_code(region) == code


@given(st.text("+0123456789 ().-", max_size=20), st.sampled_from([None, "US", "CH", "IT", "AR"]))
@settings(max_examples=200, deadline=None)
def test_a_plain_number_is_read_as_any_other(text: str, region: str | None) -> None:
    """A text of digits and separators takes a shorter way to the same number, or refusal."""

    def outcome() -> tuple[object, ...] | str:
        try:
            return read_phone(text, region, allow_possible=True)
        except InvalidValueError as error:
            return str(error)

    with pytest.MonkeyPatch.context() as patch:
        short = outcome()
        patch.setattr("pressdesk.values.phone_reading.plain_digits", lambda _: None)
        assert outcome() == short
