"""What can go wrong: each error makes its own sentence and knows its exit status.

The statuses are a contract (docs/exit-statuses.md): 1 an honest negative, 2 usage, 3 ambiguous,
4 invalid data and nothing changed, 5 a file or directory that cannot be read or written.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import ClassVar

from pressdesk.visible import quoted, visible


class PressdeskError(Exception):
    """The root of the family; `str(error)` is a sentence for the user."""

    exit_code: ClassVar[int] = 4


class OptionsError(PressdeskError):
    """Options that do not go together."""

    exit_code = 2


class DeclinedError(PressdeskError):
    """A question that was answered with no."""

    exit_code = 130

    def __init__(self) -> None:
        super().__init__("left as it was: nothing was changed")


class InvalidValueError(PressdeskError):
    """A text that is not what its field asks for; nothing was changed."""

    def __init__(self, field: str, text: str, reason: str, remedy: str) -> None:
        super().__init__(f"{field} {quoted(text)}: {reason.rstrip('.')}; {remedy}")
        self.field = field
        self.text = text
        self.reason = reason
        self.remedy = remedy


class NoSwitchboardError(InvalidValueError):
    """An extension at an office that has no number for extensions."""

    def __init__(self, extension: str, office: str, code: str) -> None:
        super().__init__(
            "extension",
            extension,
            f"{office} has no switchboard",
            f"give it one with `pressdesk office edit {code} --switchboard`, "
            "or give the whole number with --tel",
        )


class InvalidRequestError(PressdeskError):
    """A line of a batch that is no request for a block."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(f'line {line} {reason}; expected {{"office": "CODE"}}')


class InvalidFileError(PressdeskError):
    """A file that was read and refused whole; nothing was changed."""

    def __init__(self, path: Path | str, line: int | None, reason: str) -> None:
        place = visible(str(path)) + (f":{line}" if line else "")
        super().__init__(f"{place}: {reason}")


class NotFoundError(PressdeskError):
    """Nothing in the directory goes by that name.

    near: names that are like it. remedy: what to do where there are none, instead of the usual.
    """

    exit_code = 1
    _shown_by: ClassVar[Mapping[str, str]] = {
        "office": "`pressdesk office list` shows all",
        "contact": "`pressdesk contact list` shows all",
        "contact or office": "`pressdesk contact list` and `pressdesk office list` show all",
        "style": "`pressdesk style list` shows all",
        "operation": "`pressdesk log` shows all",
    }

    def __init__(
        self, what: str, text: str, near: Sequence[str] = (), remedy: str | None = None
    ) -> None:
        names = " or ".join(quoted(name) for name in near)
        self.reason = f"no {what} matches {quoted(text)}"
        self.reason += f"; did you mean {names}?" if near else ""
        self.remedy = "" if near else remedy or self._shown_by.get(what, "")
        super().__init__(f"{self.reason}; {self.remedy}" if self.remedy else self.reason)
        self.what = what
        self.text = text
        self.near = tuple(near)


class AmbiguousError(PressdeskError):
    """A name that several offices or contacts go by: never a guess."""

    exit_code = 3

    def __init__(
        self, text: str, candidates: Sequence[tuple[str, str]], *, is_cut: bool = False
    ) -> None:
        shown = "".join(f"\n  {visible(key)}  {visible(name)}" for key, name in candidates)
        count = f"more than {len(candidates)}" if is_cut else str(len(candidates))
        super().__init__(f"{quoted(text)} matches {count}; name one of these:{shown}")
        self.candidates = tuple(candidates)


class AlreadyStoredError(PressdeskError):
    """The directory has this office or contact already."""

    def __init__(self, what: str, name: str, key: str, remedy: str) -> None:
        super().__init__(f"{what} {quoted(name)} is in the directory already, as {key}; {remedy}")


class ExtensionTakenError(PressdeskError):
    """Another contact on the same switchboard has this extension."""

    def __init__(self, extension: str, number: str, holder: str) -> None:
        super().__init__(
            f"extension {quoted(extension)}: {visible(holder)} has it already on {number}; "
            "give another, or --shared-extension if they share it"
        )
        self.holder = holder


class StillNeededError(PressdeskError):
    """A change that would leave others in the directory without what they need."""

    def __init__(self, sentence: str, needed_by: Sequence[str], remedy: str) -> None:
        shown = "".join(f"\n  {visible(item)}" for item in needed_by)
        super().__init__(f"{sentence}; {remedy}:{shown}")
        self.needed_by = tuple(needed_by)


class NobodyReachableError(PressdeskError):
    """A block or a contact without any way to reach anybody."""

    def __init__(self, whom: str, reason: str, remedy: str) -> None:
        super().__init__(f"{visible(whom)}: {reason}; {remedy}")


class UntranslatedError(PressdeskError):
    """Texts that a block would show in another language, where that was not wanted."""

    def __init__(self, language: str, texts: Sequence[str]) -> None:
        shown = "".join(f"\n  {visible(text)}" for text in texts)
        super().__init__(
            f"no translation in {language}; give them with --title-in and --name-in of "
            f"`pressdesk contact edit` and `pressdesk office edit`, or leave --strict-language "
            f"out:{shown}"
        )


class FileError(PressdeskError):
    """A file that cannot be read or written."""

    exit_code = 5

    def __init__(self, path: Path | str, reason: str) -> None:
        super().__init__(f"{visible(str(path))}: {reason}")
        self.path = path
        self.reason = reason


class DirectoryMissingError(FileError):
    """No directory file where one was asked for; none was made."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            "there is no directory yet; start one with `pressdesk office add` or "
            "`pressdesk import`, or name another file with --db",
        )


class ForeignFileError(FileError):
    """A file that is no pressdesk directory; it is never written to."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            path, f"is not a pressdesk directory ({reason}); name another file with --db"
        )


class NewerDirectoryError(FileError):
    """A directory that a later pressdesk made; it is neither read nor written."""

    def __init__(self, path: Path, found: int | str, known: int) -> None:
        super().__init__(
            path,
            f"made by a newer pressdesk (schema {found}, this one knows {known}); "
            "install that version",
        )


class OlderDirectoryError(FileError):
    """A directory that an earlier pressdesk made, too large to be brought up to date in passing."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(
            path,
            f"made by an older pressdesk (schema {found}, this one has {known}); "
            "`pressdesk upgrade` brings it up to date, and keeps a copy of it as it is",
        )


class DamagedDirectoryError(FileError):
    """A directory whose bytes are no longer what SQLite wrote."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(
            path,
            f"the directory is damaged ({visible(detail)}); nothing was changed; "
            "put a backup copy of the file in its place",
        )


class DirectoryBusyError(FileError):
    """Another process holds the lock."""

    def __init__(self, path: Path, seconds: float) -> None:
        super().__init__(
            path,
            f"directory is in use by another pressdesk (waited {seconds:g} s); "
            "nothing was changed; try again",
        )


class ReadOnlyDirectoryError(FileError):
    """A directory that this user may read but not write."""

    def __init__(self, path: Path, remedy: str = "ask for write access, or use a copy") -> None:
        super().__init__(path, f"directory is read-only; nothing was changed; {remedy}")


class ChangedMeanwhileError(PressdeskError):
    """Somebody else changed the same office or contact after it was read."""

    exit_code = 5

    def __init__(self, what: str) -> None:
        super().__init__(
            f"{visible(what)} was changed by somebody else meanwhile; "
            "nothing was changed; look again and repeat"
        )


class NothingToUndoError(PressdeskError):
    """A directory in which nothing was done, or all is undone."""

    exit_code = 1

    def __init__(self) -> None:
        super().__init__("there is nothing to undo; `pressdesk log` shows what was done")


class ChangedSinceError(PressdeskError):
    """An operation whose result was changed again: to take it back would lose that."""

    def __init__(self, subject: str, key: str) -> None:
        super().__init__(
            f"{subject} {visible(key)} was changed again since then; nothing was undone; "
            "undo the later change first (`pressdesk log`), or edit it"
        )


class RowsRefusedError(PressdeskError):
    """Rows of an import that was to be whole or not at all."""

    def __init__(self, refused: int, rows: int) -> None:
        verb = "row is" if refused == 1 else "rows are"
        super().__init__(f"{refused} of {rows} {verb} refused, and --strict takes all or none; "
                         "nothing was changed")  # fmt: skip
