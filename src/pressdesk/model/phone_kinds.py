"""The kinds of phone numbers: what each is called wherever it is typed, printed or exchanged.

A new kind is a member and its names here, a migration for the table `phone`, and the kind of line
in `blocks/block.py`; the words of languages (`blocks/wordings`) and the columns of other programs
(`exchange/presets`) may follow.
"""

from enum import StrEnum
from typing import NamedTuple


class PhoneKind(StrEnum):
    """What a number is; the order is the order of a block's lines, and of columns."""

    OFFICE = "office"
    MOBILE = "mobile"
    WHATSAPP = "whatsapp"
    SATELLITE = "satellite"
    FAX = "fax"


class KindNames(NamedTuple):
    """What a kind of numbers is called.

    label: before a number, where a language has no word of its own.
    noun: in the help of options. help: of the option that replaces the numbers. options: what that
    is called; the first has --add- and --remove- too.
    column: of CSV, in --fields and in messages.
    vcard_type: TYPE as it is written. vcard_label: X-ABLabel, where no TYPE tells the kind.
    vcard_words: a pattern of the words of a TYPE or a label that mean it, in lower case.
    """

    label: str
    noun: str
    help: str
    options: tuple[str, ...]
    column: str
    vcard_type: str = "work,voice"
    vcard_label: str = ""
    vcard_words: str = ""


NAMES: dict[PhoneKind, KindNames] = {
    PhoneKind.OFFICE: KindNames(
        label="Tel",
        noun="number",
        help="Office number, with or without ext; may be repeated.",
        column="phone",  # a column "office" names the office itself
        options=("--tel", "--phone"),
    ),
    PhoneKind.MOBILE: KindNames(
        label="Mobile",
        noun="mobile",
        help="Mobile; may be repeated.",
        column="mobile",
        options=("--mobile",),
        vcard_type="work,cell",
        vcard_words="cell|mobile|pcs|iphone|cellular",
    ),
    PhoneKind.WHATSAPP: KindNames(
        label="WhatsApp",
        noun="WhatsApp",
        help="WhatsApp; may be repeated.",
        column="whatsapp",
        options=("--whatsapp",),
        vcard_type="work,cell",
        vcard_label="WhatsApp",
        vcard_words=".*whatsapp.*",
    ),
    PhoneKind.SATELLITE: KindNames(
        label="Satellite",
        noun="satellite phone",
        help="Satellite phone; may be repeated.",
        column="satellite",
        options=("--satellite",),
        vcard_label="Satellite",
        vcard_words="(x-)?sat.*",
    ),
    PhoneKind.FAX: KindNames(
        label="Fax",
        noun="fax",
        help="Fax; may be repeated.",
        column="fax",
        options=("--fax",),
        vcard_type="work,fax",
        vcard_words=".*fax.*",
    ),
}  # fmt: skip
# Columns of validated numbers: nobody takes their "+" for the beginning of a formula.
COLUMNS = tuple(names.column for names in NAMES.values())
KIND_OF_COLUMN = {names.column: kind for kind, names in NAMES.items()}
