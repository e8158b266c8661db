"""The address books and mailing services whose CSV pressdesk writes and reads.

A preset is one data file here, named as `--for` and `--from` are: what its parts say stands in
`preset.py`. The caller writes the file (quoting, formula guard on all but the phone columns) and
reads it (guard off, one mapping of cells for each row).
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from pressdesk.exchange.presets.preset import Preset
from pressdesk.exchange.presets.reading import fold_header
from pressdesk.words import parse_words

_FOLDER = Path(__file__).parent
PRESETS = tuple(sorted(path.stem for path in _FOLDER.glob("*.txt")))


@cache
def get_preset(name: str) -> Preset:
    """Return the preset of a name, read from its file; raise KeyError where there is none."""
    if name not in PRESETS:
        raise KeyError(name)
    parts = parse_words((_FOLDER / f"{name}.txt").read_text("utf-8").splitlines())
    reader = parts["program"].get("read as")
    return Preset(parts, get_preset(reader).reader if reader else None)


def find_preset(header: Sequence[str]) -> str | None:
    """Recognise a file by its header alone; None for pressdesk's own and for unknown ones."""
    names = frozenset(map(fold_header, header))
    return next((name for name in PRESETS if get_preset(name).is_header(names)), None)
