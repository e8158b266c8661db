"""The address books and mailing services whose CSV pressdesk writes and reads.

A preset is one module with the surface of Preset. The caller writes the file (quoting, formula
guard on all but the phone columns) and reads it (guard off, one mapping of cells for each row).
"""

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Protocol, cast

from pressdesk.exchange.lines import Line
from pressdesk.exchange.presets.losses import Lost
from pressdesk.exchange.presets.reading import ReadRow, fold_header

# Lazily imported: an export needs one of them. In the order in which a header is tried.
PRESETS = {
    "google": "pressdesk.exchange.presets.google",
    "outlook": "pressdesk.exchange.presets.outlook",
    "outlook-classic": "pressdesk.exchange.presets.outlook_classic",
    "mailchimp": "pressdesk.exchange.presets.mailchimp",
    "brevo": "pressdesk.exchange.presets.brevo",
}


class Preset(Protocol):
    """What a module of this package offers.

    HEADER: the columns that the program writes. REPEATED: numbered groups that stand behind them,
    mostly none. PHONE_COLUMNS: those whose cells are validated numbers, and so no formulas.
    IS_PER_EMAIL: one row for each address; contacts without any are left out.
    """

    HEADER: tuple[str, ...]
    REPEATED: tuple[str, ...]
    PHONE_COLUMNS: frozenset[str]
    IS_PER_EMAIL: bool

    def dump_row(self, line: Line, email: str | None, /) -> list[str]:
        """Give the cells of HEADER and REPEATED; email: the one address of the row, or None."""

    def read_row(self, cells: Mapping[str, str], file_name: str = "", /) -> ReadRow:
        """Read the cells of a row by their headers, in any order and case."""

    def find_emails(self, line: Line, /) -> list[str]:
        """Give the addresses that may be shown and that the program takes."""

    def lost(self, line: Line, /) -> list[Lost]:
        """Name the values of a line that the program has no place for, as "topics: food"."""

    def is_header(self, names: frozenset[str], /) -> bool:
        """Ask whether folded headers are those of the program."""


def get_preset(name: str) -> Preset:
    """Import the module of a preset; raise KeyError for a name that the table lacks."""
    return cast("Preset", import_module(PRESETS[name]))


def find_preset(header: Sequence[str]) -> str | None:
    """Recognise a file by its header alone; None for pressdesk's own and for unknown ones."""
    names = frozenset(map(fold_header, header))
    return next((name for name in PRESETS if get_preset(name).is_header(names)), None)
