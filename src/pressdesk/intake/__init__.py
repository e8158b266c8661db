"""Records into the directory: each row is matched, merged, checked, stored and reported.

A refused row leaves nothing behind and stops no other. Whether the good rows are kept is the
caller's: everything happens in the editor's one transaction.
"""

from collections.abc import Sequence

from pressdesk.directory.editor import DirectoryEditor
from pressdesk.exchange.report import Report
from pressdesk.exchange.sheet import Sheet
from pressdesk.intake.contacts import ContactIntake
from pressdesk.intake.offices import OfficeIntake
from pressdesk.intake.rows import Manner, Row

__all__ = ["Manner", "take_in"]

_USUAL = Manner()


def take_in(editor: DirectoryEditor, sheets: Sequence[Sheet], manner: Manner = _USUAL) -> Report:
    """Take the rows of all sheets, offices first; give what became of each, in file order."""
    rows = [
        Row(place, sheet, record) for place, sheet in enumerate(sheets) for record in sheet.records
    ]
    taken = [
        *OfficeIntake(editor, manner).take([row for row in rows if row.sheet.is_offices]),
        *ContactIntake(editor, manner).take(row for row in rows if not row.sheet.is_offices),
    ]
    in_order = sorted(taken, key=lambda one: (one[0].place, one[0].record.line))
    return Report([item for _, item in in_order])
