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
from pressdesk.importing.rows import ImportOptions, Row, Taken

__all__ = ["ImportOptions", "take_in"]

_USUAL = ImportOptions()
_AT_ONCE = 200


def take_in(
    editor: DirectoryEditor,
    sheets: Sequence[Sheet],
    options: ImportOptions = _USUAL,
    on_rows: Callable[[int], None] = lambda _: None,
) -> Report:
    """Take the rows of all sheets, offices first; return what became of each, in file order.

    on_rows: called with how many more rows were taken, every few hundred.
    """
    records = ((sheet, record) for sheet in sheets for record in sheet.records)
    rows = [Row(place, *found) for place, found in enumerate(records)]
    taking = chain(
        OfficeIntake(editor, options).take([row for row in rows if row.sheet.is_offices]),
        ContactIntake(editor, options).take([row for row in rows if not row.sheet.is_offices]),
    )
    taken: list[Taken] = []
    while some := list(islice(taking, _AT_ONCE)):
        taken += some
        on_rows(len(some))
    in_order = sorted(taken, key=lambda pair: pair[0].place)
    files = [Source(sheet.name, sheet.read_as, sheet.ignored, sheet.notes) for sheet in sheets]
    return Report([item for _, item in in_order], files)
