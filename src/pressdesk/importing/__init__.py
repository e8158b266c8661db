"""Records into the directory: each row is matched, merged, checked, stored and reported.

A refused row leaves nothing behind and stops no other. Whether the good rows are kept is the
caller's: everything happens in the editor's one transaction.
"""

from collections.abc import Callable, Sequence
from itertools import chain, islice

from pressdesk.directory.editor import DirectoryEditor
from pressdesk.exchange.report import Report, Source
from pressdesk.exchange.sheet import Sheet
from pressdesk.importing.contacts import ContactIntake
from pressdesk.importing.offices import OfficeIntake
from pressdesk.importing.rows import Manner, Row, Taken

__all__ = ["Manner", "take_in"]

_USUAL = Manner()
_AT_ONCE = 200


def take_in(
    editor: DirectoryEditor,
    sheets: Sequence[Sheet],
    manner: Manner = _USUAL,
    on_rows: Callable[[int], None] = lambda _: None,
) -> Report:
    """Take the rows of all sheets, offices first; give what became of each, in file order.

    on_rows: is told how many more rows were taken, every few hundred.
    """
    records = ((sheet, record) for sheet in sheets for record in sheet.records)
    rows = [Row(place, *one) for place, one in enumerate(records)]
    taking = chain(
        OfficeIntake(editor, manner).take([row for row in rows if row.sheet.is_offices]),
        ContactIntake(editor, manner).take([row for row in rows if not row.sheet.is_offices]),
    )
    taken: list[Taken] = []
    while some := list(islice(taking, _AT_ONCE)):
        taken += some
        on_rows(len(some))
    in_order = sorted(taken, key=lambda one: one[0].place)
    files = [Source(one.name, one.manner, one.ignored, one.notes) for one in sheets]
    return Report([item for _, item in in_order], files)
