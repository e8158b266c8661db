"""Which format a release is in, and who reads it."""

from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from pressdesk.blocks.style import Style
from pressdesk.errors import InvalidFileError
from pressdesk.releases.release import Release

SUFFIXES = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
}
# What word processors can write as .docx.
_SAVED_AGAIN = frozenset({".doc", ".odt", ".rtf", ".pages", ".pdf", ".docm", ".dotx", ".wpd"})
# Imported when a release of the kind comes.
READERS = {
    "text": "pressdesk.releases.text.file:parse_text",
    "markdown": "pressdesk.releases.markdown.file:parse_markdown",
    "html": "pressdesk.releases.html.file:parse_html",
    "docx": "pressdesk.releases.docx.document:parse_docx",
}


def get_form(path: Path | str) -> str:
    """Get the format of a file by its suffix; raise InvalidFileError for any other."""
    form = SUFFIXES.get(Path(path).suffix.lower())
    if form is None:
        known = ", ".join(suffix for suffix in SUFFIXES if suffix not in {".text", ".markdown"})
        suffix = Path(path).suffix.lower()
        if suffix in _SAVED_AGAIN:
            raise InvalidFileError(path, None, f"a {suffix} cannot be read; save it as .docx first")
        raise InvalidFileError(path, None, f"is no release by its name; expected {known}")
    return form


def parse_release(name: str, content: bytes, form: str, styles: Sequence[Style] = ()) -> Release:
    """Read a release; raise InvalidFileError for one that is refused whole.

    name: the file's in messages. form: one of text, markdown, html and docx. styles: of the house,
    which its blocks may have.
    """
    module, _, function = READERS[form].partition(":")
    parse: Callable[[str, bytes, Sequence[Style]], Release] = getattr(
        import_module(module), function
    )
    return parse(name, content, styles)
