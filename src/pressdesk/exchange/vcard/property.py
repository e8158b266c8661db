"""One content line of a vCard as its parts: group, name, parameters and decoded text."""

import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from pressdesk.exchange.vcard.text import split_text, unescape_text

_LONGEST_HEAD = 2000
_LEAST_PREFERRED = 101
# Up to the first colon outside quotation marks; possessive, so that no text takes long.
_HEAD = re.compile(rb'(?:[^":]++|"[^"]*+")*+(?=:)')
_NAME = re.compile(r"(?:([A-Za-z0-9_-]+)\.)?([A-Za-z][A-Za-z0-9_-]*)")
_PARAMETER = re.compile(r';((?:[^;"]++|"[^"]*+"|")*+)')
_ENCODINGS = frozenset({"QUOTED-PRINTABLE", "BASE64", "B", "7BIT", "8BIT"})
# Encodings of text alone: the codecs of Python know others that take long, or are none.
_CHARSET = re.compile(
    r"us-ascii|utf-?8|utf-16(?:le|be)?|iso-8859-\d{1,2}|windows-125\d|cp125\d|shift_jis|euc-(?:jp|kr)"
    r"|iso-2022-jp|gb2312|gbk|gb18030|big5|koi8-[ru]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Property:
    """A property of a card.

    name: upper case. group: lower case, or empty. params: by upper-case name. value: decoded, with
    its escapes. warning: what was unclear about its encoding. problem: why it cannot be read.
    """

    name: str
    group: str = ""
    params: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    value: str = ""
    warning: str | None = None
    problem: str | None = None

    @property
    def types(self) -> frozenset[str]:
        """What TYPE says, in lower case: quoted, repeated or bare."""
        return frozenset(word.strip().lower() for word in self.params.get("TYPE", ()))

    @property
    def preference(self) -> int:
        """The order among its like: 1 comes first."""
        given = self.params.get("PREF", ("",))[0].strip()
        if given.isascii() and given.isdigit() and len(given) <= 3:
            return int(given)
        return 1 if "pref" in self.types else _LEAST_PREFERRED

    @property
    def language(self) -> str:
        """What LANGUAGE says, or empty."""
        return self.params.get("LANGUAGE", ("",))[0]

    @property
    def is_data(self) -> bool:
        """Whether the value is bytes and no text."""
        return _encoding(self.params) in {"B", "BASE64"}

    @property
    def text(self) -> str:
        """The whole value as text."""
        return unescape_text(self.value)

    def split(self, separator: str) -> list[str]:
        """Return the parts of a value that has several: components at ";", items at ","."""
        return [unescape_text(part) for part in split_text(self.value, separator)]


def parse_property(line: bytes) -> Property | None:
    """Read one unfolded line; None when it is no property. Raises nothing."""
    match = _HEAD.match(line[: _LONGEST_HEAD + 1])
    # A quotation mark that is never closed hides no colon.
    end = match.end() if match else line.find(b":", 0, _LONGEST_HEAD + 1)
    if end < 0:
        return None
    head = line[:end].decode("utf-8", "replace").strip()
    name = _NAME.match(head)
    if name is None or (name.end() < len(head) and head[name.end()] not in "; "):
        return None
    params = _parse_parameters(head[name.end() :])
    bare = Property(name[2].upper().replace("_", "-"), (name[1] or "").lower(), params)
    if bare.is_data:
        return bare
    return _decoded(bare, line[end + 1 :])


def _parse_parameters(text: str) -> dict[str, tuple[str, ...]]:
    """Read `;TYPE=work,voice;TYPE="cell,fax"` and the bare `;WORK;QUOTED-PRINTABLE` of 2.1."""
    params: dict[str, tuple[str, ...]] = {}
    for match in _PARAMETER.finditer(text):
        name, equals, values = match[1].partition("=")
        if not equals:
            values = name
            name = "ENCODING" if name.strip().upper() in _ENCODINGS else "TYPE"
        # vobject writes a list in one pair of quotation marks, others each value in its own.
        given = tuple(
            value.strip() for value in values.replace('"', "").split(",") if value.strip()
        )
        key = name.strip().upper()
        if given:
            params[key] = (*params.get(key, ()), *given)
    return params


def _encoding(params: Mapping[str, tuple[str, ...]]) -> str:
    return params.get("ENCODING", ("",))[0].upper()


def _decoded(bare: Property, value: bytes) -> Property:
    if _encoding(bare.params) == "QUOTED-PRINTABLE":
        value = binascii.a2b_qp(value)
    charset = bare.params.get("CHARSET", ("utf-8",))[0]
    text, warning, problem = _decode(value, charset)
    return Property(bare.name, bare.group, bare.params, text, warning, problem)


def _decode(value: bytes, charset: str) -> tuple[str, str | None, str | None]:
    """Decode as the property says, else as UTF-8, else as Windows-1252 with a warning."""
    warning = None
    for name in dict.fromkeys((charset.lower(), "utf-8")):
        if _CHARSET.fullmatch(name):
            try:
                return value.decode(name), warning, None
            except (UnicodeDecodeError, LookupError):
                pass
        warning = f"is not the {name} it says"
    if value.decode("utf-8", "ignore").isascii():
        try:
            text = value.decode("cp1252")
        except UnicodeDecodeError:
            return "", None, "is neither UTF-8 nor Windows-1252; save it as UTF-8 and try again"
        return text, "read as Windows-1252: check the accents", None
    return "", None, "mixes UTF-8 with another encoding; save it as UTF-8 and try again"
