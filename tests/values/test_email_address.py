import re
import unicodedata

import pytest
from hypothesis import given, settings, strategies as st

from pressdesk.errors import InvalidValueError
from pressdesk.values.email_address import EmailAddress

LONGEST_LOCAL = "a" * 64

READ = [
    ("press@example.org", "press@example.org"),
    ("  press@example.org ", "press@example.org"),
    ("Press@EXAMPLE.org", "Press@example.org"),
    ("O'Neil@example.org", "O'Neil@example.org"),
    ("press+desk@example.org", "press+desk@example.org"),
    ("p.r.e.s.s@news.example.org", "p.r.e.s.s@news.example.org"),
    (f"{LONGEST_LOCAL}@example.org", f"{LONGEST_LOCAL}@example.org"),
    ("jose\u0301@example.org", "josé@example.org"),
    ("press@MÜNCHEN.example.org", "press@münchen.example.org"),
    ("press@xn--mnchen-3ya.example.org", "press@münchen.example.org"),
    ("press@mu\u0308nchen.example.org", "press@münchen.example.org"),
    ("пресса@пример.example.org", "пресса@пример.example.org"),
    ("press@例え.example.org", "press@例え.example.org"),
    ("press@ｅxample.org", "press@example.org"),
]


@pytest.mark.parametrize(("text", "normal"), READ)
def test_an_address_is_read_in_its_normal_form(text: str, normal: str) -> None:
    """The domain in lower case and in letters, all in NFC; the local part as it was typed."""
    assert str(EmailAddress.parse(text)) == normal
    assert EmailAddress.parse(text) == EmailAddress(normal)


REFUSED = [
    ("", "is empty"),
    ("   ", "is empty"),
    ("press", "has no @"),
    ("press.example.org", "has no @"),
    ("a@b@example.org", "has more than one @"),
    ("a@example.org, b@example.org", "is more than one address; give each by itself"),
    ("a@example.org;b@example.org", "is more than one address"),
    ("press office@example.org", "contains a space"),
    ("press@ example.org", "contains a space"),
    ("Press Office <press@example.org>", "contains a space"),
    ('"press office"@example.org', "has a quoted name before the @"),
    ('"press@office"@example.org', "has a quoted name before the @"),
    ("<press@example.org>", "angle brackets"),
    ("@example.org", "there must be something before the @-sign"),
    ("press@", "there must be something after the @-sign"),
    ("press@example", "it should have a period"),
    ("press@localhost", "it should have a period"),
    ("press@example.test", "special-use or reserved name"),
    ("press@example.org.", "cannot end with a period"),
    ("press@example..org", "cannot have two periods in a row"),
    ("pre..ss@example.org", "cannot have two periods in a row"),
    (".press@example.org", "cannot start with a period"),
    ("press.@example.org", "cannot have a period immediately before the @-sign"),
    ("press@-example.org", "cannot have a hyphen immediately after the @-sign"),
    ("press@exam_ple.org", "contains invalid characters"),
    ("press(desk)@example.org", "contains invalid characters before the @-sign"),
    ("mailto:press@example.org", "contains invalid characters before the @-sign"),
    ("press,desk@example.org", "contains invalid characters before the @-sign"),
    ("press@[192.0.2.1]", "bracketed IP address"),
    ("press@192.0.2.1", "is not within a valid top-level domain"),
    (f"a{LONGEST_LOCAL}@example.org", "too long before the @-sign"),
    (f"press@{'b' * 64}.org", "cannot be separated by so many characters"),
    (f"press@{'b.' * 130}org", "too long"),
    ("a\u037eb@example.org", "contains invalid characters before the @-sign"),
    ("نام\u200cها@example.org", "ZERO WIDTH NON-JOINER"),
    ("press@نام\u200cها.example.org", "ZERO WIDTH NON-JOINER"),
    ("pre\u200bss@example.org", "contains U+200B ZERO WIDTH SPACE"),
    ("press@exam\u00adple.org", "contains U+00AD SOFT HYPHEN"),
    ("press@example.org\u202e", "contains U+202E RIGHT-TO-LEFT OVERRIDE"),
    ("\ufeffpress@example.org", "contains U+FEFF ZERO WIDTH NO-BREAK SPACE"),
    ("press@example.org\n", "contains a control character (U+000A)"),
    ("press@example.org\r\nBcc: other@example.org", "contains a control character (U+000D)"),
    ("press@example.org\u2028", "contains a control character (U+2028)"),
    ("press@example.org\x85", "contains a control character (U+0085)"),
    ("press\x00@example.org", "contains a control character (U+0000)"),
    ("pr\udce9ss@example.org", "contains an undecodable byte"),
]


@pytest.mark.parametrize(("text", "reason"), REFUSED, ids=ascii)
def test_what_is_no_address_is_refused(text: str, reason: str) -> None:
    """The message says the field, the value, the reason and a way out."""
    with pytest.raises(InvalidValueError, match=f"(?i){re.escape(reason)}") as caught:
        EmailAddress.parse(text)
    error = caught.value
    assert (error.field, error.text) == ("e-mail", text)
    assert error.remedy in str(error)
    assert str(error).startswith('e-mail "')
    assert "\n" not in str(error)


def test_the_usual_way_out_is_an_example() -> None:
    """Whoever typed half an address sees a whole one."""
    with pytest.raises(InvalidValueError, match=r'^e-mail "press": has no @; expected name@host$'):
        EmailAddress.parse("press")


@given(st.emails())
@settings(deadline=None)
def test_reading_twice_is_reading_once(text: str) -> None:
    """The normal form is stored, exported and read again."""
    try:
        address = EmailAddress.parse(text)
    except InvalidValueError:
        return
    assert EmailAddress.parse(str(address)) == address


@given(st.text(max_size=12), st.text("abÄü.-ｘ漢\u0301ی\u200c;＠", min_size=1, max_size=12))
@settings(deadline=None)
def test_any_text_is_an_address_or_refused(local: str, domain: str) -> None:
    """No text ends in another error; what is taken has one @, is NFC and cannot break a header."""
    try:
        normal = str(EmailAddress.parse(f"{local}@{domain}.org"))
    except InvalidValueError:
        return
    assert normal == str(EmailAddress.parse(normal))
    assert normal.count("@") == 1
    assert unicodedata.is_normalized("NFC", normal)
    assert normal.isprintable()
    assert set(normal).isdisjoint(' ,;:<>()[]"\\')


def test_two_spellings_of_one_mailbox_fold_alike() -> None:
    """Who is who is judged by the folded form; what was typed is kept."""
    typed = EmailAddress.parse("Press.Desk@Example.ORG")
    again = EmailAddress.parse("press.desk@example.org")
    assert typed != again
    assert typed.folded == again.folded == "press.desk@example.org"


LOOK_ALIKES = [
    ("pr\u0435ss@example.org", "Cyrillic and Latin", ""),
    ("press@ex\u0430mple.org", "Cyrillic and Latin", " (xn--exmple-4nf.org)"),
    ("press@news.\u03b1bc.example.org", "Greek and Latin", " (news.xn--bc-b9b.example.org)"),
]


@pytest.mark.parametrize(("text", "scripts", "shown"), LOOK_ALIKES)
def test_a_look_alike_is_warned_of(text: str, scripts: str, shown: str) -> None:
    """One foreign letter in a word; the domain is shown as the network sees it."""
    warning = EmailAddress.parse(text).warning
    assert warning == (
        f'e-mail "{text}"{shown} mixes letters of {scripts}: make sure that it is not a look-alike'
    )


@pytest.mark.parametrize(
    "text", ["press@example.org", "пресса@пример.рф", "press@例え.jp", "info@日本テレビ.jp"]
)
def test_an_honest_address_is_not_warned_of(text: str) -> None:
    """One script in each word is no reason for talk."""
    assert EmailAddress.parse(text).warning is None
