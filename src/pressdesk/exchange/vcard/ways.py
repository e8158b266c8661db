"""EMAIL and TEL of a card as the columns of pressdesk: of which kind a number is, and whose."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple
from urllib.parse import unquote

from pressdesk.exchange.vcard.card import Findings
from pressdesk.exchange.vcard.property import Property
from pressdesk.exchange.way_columns import Number, way_columns
from pressdesk.model import PhoneKind
from pressdesk.model.kinds import BETWEEN_VALUES
from pressdesk.model.phone_kinds import NAMES
from pressdesk.text.visible import quoted
from pressdesk.values.extension import split_extension, to_ascii_digits

# Longer is no number; the patterns of extensions take too long for a text without end.
_LONGEST_NUMBER = 100
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
# The names that Apple's address book gives its own labels: "_$!<Mobile>!$_".
_APPLE = re.compile(r"_\$!<(.*)>!\$_")
# What tells most comes first: a fax may be a mobile one too, and a WhatsApp number is a cell.
_PATTERNS = [
    (kind, re.compile(names.vcard_words))
    for kind, names in reversed(NAMES.items())
    if names.vcard_words
]
_NOT_TO_CALL = ("pager", "modem", "bbs", "isdn", "textphone", "tlx", "telex", "tty")


class Ways(NamedTuple):
    """How a contact is reached; internal: addresses first, then numbers."""

    emails: tuple[str, ...] = ()
    numbers: tuple[Number, ...] = ()
    internal: tuple[str, ...] = ()

    def columns(self, extension: str) -> dict[str, str]:
        """Return the columns at one posting; extension: on its office's switchboard, or empty."""
        columns = way_columns(self.emails, self.numbers, self.internal, extension)
        return {column: BETWEEN_VALUES.join(those).strip() for column, those in columns.items()}


def read_ways(
    emails: Iterable[Property],
    tels: Iterable[Property],
    labels: Mapping[str, str],
    internal_groups: frozenset[str],
    findings: Findings,
) -> Ways:
    """Read the addresses and numbers of a card.

    labels: what X-ABLabel says of a group. internal_groups: those whose way is internal.
    What is of somebody's home is internal too: never to be printed unasked.
    """
    addresses: list[str] = []
    numbers: list[Number] = []
    internal: list[str] = []
    hidden: list[Number] = []
    for email in emails:
        address = _address(email, findings)
        if address and email.group in internal_groups:
            internal.append(address)
        elif address:
            is_private = _is_private(email, labels)
            (internal if is_private else addresses).append(address)
            if is_private:
                _note_private("email", address, findings)
    for tel in tels:
        number = read_number(tel, labels.get(tel.group, ""), findings)
        if number and tel.group in internal_groups:
            hidden.append(number)
        elif number and _is_private(tel, labels):
            internal.append(str(number))
            _note_private(NAMES[number.kind].column, str(number), findings)
        elif number:
            numbers.append(number)
    named = (number.named((*numbers, *hidden)) for number in hidden)
    return Ways(tuple(addresses), tuple(numbers), (*internal, *named))


def read_number(tel: Property, label: str, findings: Findings) -> Number | None:
    """Read a TEL; label: what its X-ABLabel says, or empty. None for what is no telephone."""
    kind = _kind(tel, label)
    column = NAMES[kind].column if kind else "phone"
    text = findings.clean(column, tel.text)
    if kind is None:
        findings.leave_out("TEL of a pager or another device")
        return None
    if text[:4].lower() == "tel:":
        number, extension = _split_uri(findings.clean(column, unquote(text[4:])), column, findings)
    elif _URI.match(text):
        findings.leave_out("TEL that is no telephone number")
        return None
    else:
        number, extension = _split(text)
    # Several values of a cell are parted by semicolons; a number has none.
    number = number.replace(";", ",")
    return Number(kind, number, extension) if number else None


def _split(text: str) -> tuple[str, str | None]:
    if len(text) > _LONGEST_NUMBER:
        return text, None
    split = split_extension(to_ascii_digits(text))
    return (split.number, split.extension) if split.extension else (text, None)


def _split_uri(text: str, column: str, findings: Findings) -> tuple[str, str | None]:
    """Read what follows `tel:` (RFC 3966): a number and parameters."""
    number, *params = text.split(";")
    given = {name.strip().lower(): value.strip() for name, _, value in
             (param.partition("=") for param in params)}  # fmt: skip
    # Fastmail writes the extension bare: "tel:+15551234567;5678".
    bare = next((name for name in given if name.isascii() and name.isdigit()), "")
    extension = re.sub(r"[ ().-]", "", given.pop("ext", "")) or bare
    context = given.pop("phone-context", "")
    given.pop(bare, None)
    if given:
        findings.change(column, f"left out of a number: {quoted(', '.join(given))}")
    number = number.replace("-", " ").strip()
    if context.startswith("+") and not number.startswith("+"):
        number = f"{context} {number}"
    if not extension:
        return _split(number)
    if extension.isascii() and extension.isdigit():
        return number, extension
    return f"{number} ext {extension}", None  # not understood: the next step says why


def _address(email: Property, findings: Findings) -> str:
    text = findings.clean("email", email.text)
    if "x400" in email.types:
        findings.leave_out("EMAIL of X.400")
        return ""
    if text[:7].lower() == "mailto:":
        text = findings.clean("email", unquote(text[7:].partition("?")[0]))
    return text


def _words(way: Property, label: str) -> set[str]:
    """Return what types and label say, in lower case."""
    match = _APPLE.fullmatch(label)
    return {*way.types, (match[1] if match else label).strip().lower()}


def _kind(tel: Property, label: str) -> PhoneKind | None:
    words = _words(tel, label)
    for kind, pattern in _PATTERNS:
        if any(map(pattern.fullmatch, words)):
            return kind
    if words & set(_NOT_TO_CALL) and "voice" not in words:
        return None
    return PhoneKind.OFFICE


def _is_private(way: Property, labels: Mapping[str, str]) -> bool:
    words = _words(way, labels.get(way.group, ""))
    return bool(words & {"home", "homefax", "home fax"}) and "work" not in words


def _note_private(column: str, text: str, findings: Findings) -> None:
    findings.change(column, f"{quoted(text)} is private and was taken as internal")
