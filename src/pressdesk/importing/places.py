"""The office that a row of contacts names: stored, or to be made of the row."""

from collections.abc import Mapping

from pressdesk.directory.editor import DirectoryEditor
from pressdesk.drafts.office_draft import apply_office_draft
from pressdesk.errors import InvalidValueError, NotFoundError
from pressdesk.importing.rows import ImportOptions
from pressdesk.model import Office

_NAME_ONE = "contacts need an office: fill the column office, or name one with --office"
_MAKE_ONE = (
    "offices that are not there come first: import a list of them, add them with "
    "`pressdesk office add`, or take --create-offices"
)


class Places:
    """The offices of one import; each name is looked up once."""

    def __init__(self, editor: DirectoryEditor, options: ImportOptions) -> None:
        self._editor = editor
        self._options = options
        self._found: dict[str, Office | None] = {}
        self._made: dict[str, Office] = {}

    def office_of(self, texts: Mapping[str, str]) -> Office | None:
        """Get the office of a row; None for a contact that has a key and no office.

        Raises what resolution raises; where offices are made, only for a name that several go by.
        """
        text = texts.get("office", "")
        if not text and texts.get("key"):
            return None
        if text not in self._found:
            self._found[text] = self._find(text, texts)
        return self._found[text]

    def is_unstored(self, office: Office | None) -> bool:
        """Whether an office waits for its first contact."""
        return office is not None and office.code in self._made

    def store(self, office: Office | None) -> str:
        """Store an office that waits and return its code; until `keep` it may go back again."""
        return self._editor.add_office(office).code if office else ""

    def keep(self, code: str) -> None:
        """Note that an office was stored for good."""
        del self._made[code]

    def _find(self, text: str, texts: Mapping[str, str]) -> Office | None:
        try:
            return self._editor.get_office(text)
        except NotFoundError as error:
            if not text:
                raise NotFoundError(error.what, text, remedy=_NAME_ONE) from error
            if not self._options.creates_offices:
                raise NotFoundError(error.what, text, error.near, _MAKE_ONE) from error
        country = texts.get("country") or self._options.region
        if country is None:
            raise InvalidValueError(
                "office",
                text,
                "is new, and an office needs a country",
                "give a column country, or --region",
            )
        office = apply_office_draft({"name": text, "country": country})
        # "Bern" and "BERN" are one office that waits.
        return self._made.setdefault(office.code, office)
