"""The forms in which programs have values, by the names that presets give them."""

import csv
import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, NamedTuple

from pressdesk.exchange.presets.writing import number_text

BETWEEN_GOOGLES = " ::: "
_SPLIT_GOOGLES = re.compile(" ?::: ?")
# Without this label of Google's own an imported contact is hidden in "Other contacts".
_VISIBLE = "* myContacts"
# Labels that Google gives by itself: its groups, and one for each import.
_GOOGLES_OWN = re.compile(r"\* .*|Imported on [0-9/ .-]+", re.IGNORECASE)
# Of a text field of Mailchimp, in UTF-8; and its longest tag, in characters.
_MOST_BYTES = 255
_MOST_OF_TAG = 100
# Country code and number; a national number begins with its trunk prefix, mostly 0.
_WITHOUT_PLUS = re.compile(r"(?:00)?([1-9][0-9 ]{5,})")
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
# "Maria Moreno (maria@iom.int)": how Outlook itself names an address.
_ADDRESS_BEHIND = re.compile(r" ?\([^()@]*@[^()@]*\)$")


def _text(value: Any) -> str:  # noqa: ANN401  # a text, or a number
    return value if isinstance(value, str) else number_text(value)


class Form(NamedTuple):
    """How a program has a value, in both directions.

    takes: whether it can have a value at all. write: the text of one. join: all of them as the
    text of one cell, None where each has its own. read: the values in a cell that has a text, or
    in an empty one. is_theirs: whether a text may be read so at all. is_read: False for what says
    nothing of a contact.
    """

    write: Callable[[Any], str] = _text
    join: Callable[[Sequence[str]], str] | None = None
    takes: Callable[[Any], bool] = lambda _: True
    read: Callable[[str], Sequence[str]] = lambda text: (text,)
    is_theirs: Callable[[str], bool] = lambda _: True
    is_read: bool = True

    def dump(self, values: Sequence[Any], nth: int) -> str:
        """Return the text of the cell that is the nth of its field, from 0."""
        if self.join:
            return self.join([self.write(value) for value in values])
        return self.write(values[nth]) if nth < len(values) else ""


def split_group(text: str) -> list[str]:
    """Split a cell of Google's, which has all values of one label."""
    return _SPLIT_GOOGLES.split(text)


def _split_languages(text: str) -> list[str]:
    """Split a cell of language tags; a cell of anything else ("English") gives none."""
    tags = re.split(" ?[;,] ?", text)
    return tags if all(_LANGUAGE_TAG.fullmatch(tag) for tag in tags) else []


def _split_tags(text: str) -> list[str]:
    r"""Split `"food","winter aid"` of Mailchimp's export, and `food, winter aid` of its import."""
    try:
        tags = next(csv.reader([text], skipinitialspace=True), [])
    except csv.Error:  # too long: the next step refuses it by name
        return [text]
    return [tag.strip() for tag in tags]


def _is_tag(topic: str) -> bool:
    """Whether a topic is one tag: the comma parts tags, and Mailchimp knows no quoting here."""
    return len(topic) <= _MOST_OF_TAG and not set(topic) & {",", '"'}


def _shorten(text: str) -> str:
    """Cut a text to what Mailchimp keeps, never within a character."""
    return text.encode()[:_MOST_BYTES].decode(errors="ignore").rstrip()


def _with_plus(number: str) -> list[str]:
    """Put the "+" back; what is no number ("3.36E+10") stays for the next step to refuse."""
    match = _WITHOUT_PLUS.fullmatch(number)
    return [f"+{match[1]}" if match else number]


def _read_display_name(text: str) -> list[str]:
    name = _ADDRESS_BEHIND.sub("", text)
    return [] if "@" in name else [name]


PLAIN = Form()
_FORMS = {
    "": PLAIN,
    "list": Form(join=";".join, read=lambda text: [part.strip() for part in text.split(";")]),
    "language_tags": Form(join=";".join, read=_split_languages),
    # A number without its extension would reach somebody else.
    "digits": Form(
        write=lambda number: number.e164.removeprefix("+"),
        takes=lambda number: not number.extension,
        read=_with_plus,
    ),
    "first": Form(read=lambda text: split_group(text)[:1]),
    "group": Form(join=BETWEEN_GOOGLES.join, read=split_group),
    "labels": Form(
        join=lambda topics: BETWEEN_GOOGLES.join((_VISIBLE, *topics)),
        read=lambda text: [
            label for label in split_group(text) if not _GOOGLES_OWN.fullmatch(label)
        ],
    ),
    "tags": Form(join=",".join, takes=_is_tag, read=_split_tags),
    "short": Form(write=_shorten),
    "plain_address": Form(takes=lambda email: email.rpartition("@")[0].isascii()),
    # Of type EX an address is a name within an Exchange server.
    "smtp": Form(is_theirs=lambda text: not text.casefold().startswith("/o=")),
    "display_name": Form(read=_read_display_name),
}


@cache  # so that columns of one word have one form
def get_form(name: str) -> Form:
    """Return the form of a name, or that of a word in quotation marks, which stands for a value.

    Raises KeyError for a name that the table lacks.
    """
    if name.startswith('"'):
        word = name.strip('"')
        return Form(write=lambda _: word, is_read=False)
    return _FORMS[name]
