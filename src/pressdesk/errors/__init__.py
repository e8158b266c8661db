"""What can go wrong: each error makes its own sentence, and knows its exit status and what it ends.

The statuses are a contract (docs/exit-statuses.md): 1 an honest negative, 2 usage, 3 ambiguous,
4 invalid data and nothing changed, 5 a file or directory that cannot be read or written.
What is wrong with the directory itself stands in `directory`.
"""

from collections.abc import Mapping, Sequence
from enum import IntEnum
from pathlib import Path
from typing import ClassVar

from pressdesk.text.visible import quoted, visible


class Scope(IntEnum):
    """What an error ends: the smaller, the more goes on."""

    ROW = 1  # a row, a value, a request: it is refused, others go on
    FILE = 2  # a file is refused or left as it was, others go on
    RUN = 3  # the whole command ends


class PressdeskError(Exception):
    """The root of the family; `str(error)` is a sentence for the user.

    Each class says what its errors end: whoever takes many rows or files goes on after those of
    a small enough scope.
    """

    exit_code: ClassVar[int] = 4
    scope: ClassVar[Scope]


class OptionsError(PressdeskError):
    """Options that do not go together."""

    exit_code = 2
    scope = Scope.RUN


class DeclinedError(PressdeskError):
    """A question that was answered with no."""

    exit_code = 130
    scope = Scope.RUN

    def __init__(self) -> None:
        super().__init__("left as it was: nothing was changed")


class UnclearError(OptionsError):
    """Values of one office or contact that do not go together, or could mean several things."""

    scope = Scope.ROW


class InvalidValueError(PressdeskError):
    """A text that is not what its field asks for; nothing was changed.

    field: as messages call it. language: of a field that has a text in each (BCP 47).
    """

    scope = Scope.ROW

    def __init__(
        self, field: str, text: str, reason: str, remedy: str, language: str | None = None
    ) -> None:
        self.problem = f"{quoted(text)}: {reason.rstrip('.')}; {remedy}"
        super().__init__(
            f"{field} ({language}) {self.problem}" if language else f"{field} {self.problem}"
        )
        self.field = field
        self.text = text
        self.reason = reason
        self.remedy = remedy
        self.language = language

    def of(self, field: str, language: str | None = None) -> "InvalidValueError":
        """Return the same error of a field that is called otherwise, or has a language."""
        return InvalidValueError(field, self.text, self.reason, self.remedy, language)


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

    scope = Scope.ROW

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(f'line {line} {reason}; expected {{"office": "CODE"}}')


class NotFoundError(PressdeskError):
    """Nothing in the directory goes by that name.

    near: names that are like it. remedy: what to do where there are none, instead of the usual.
    """

    exit_code = 1
    scope = Scope.ROW
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


# One of those that a text could mean: what it is ("office"), its code, key or id, and its name.
Candidate = tuple[str, str, str]


class AmbiguousError(PressdeskError):
    """A text that could mean several: never a guess.

    what: what was looked for; empty where nobody can be asked to pick one.
    """

    exit_code = 3
    scope = Scope.ROW

    def __init__(
        self, text: str, candidates: Sequence[Candidate], *, what: str = "", is_cut: bool = False
    ) -> None:
        count = f"more than {len(candidates)}" if is_cut else str(len(candidates))
        self.reason = f"{quoted(text)} matches {count}"
        self.text = text
        self.what = what
        self.candidates = tuple(candidates)
        shown = "".join(f"\n  {line}" for line in self.shown_candidates())
        super().__init__(f"{self.reason}; name one of these:{shown}")

    def shown_candidates(self) -> list[str]:
        """Return a line for each candidate; where kinds are mixed, it says what each is."""
        is_mixed = len({what for what, _, _ in self.candidates}) > 1
        return [
            f"{visible(key)}  {visible(name)}" + (f" ({what})" if is_mixed else "")
            for what, key, name in self.candidates
        ]


class AlreadyStoredError(PressdeskError):
    """The directory has this office or contact already."""

    scope = Scope.ROW

    def __init__(self, what: str, name: str, key: str, remedy: str) -> None:
        super().__init__(f"{what} {quoted(name)} is in the directory already, as {key}; {remedy}")


class ExtensionTakenError(PressdeskError):
    """Another contact on the same switchboard has this extension."""

    scope = Scope.ROW

    def __init__(self, extension: str, number: str, holder: str) -> None:
        super().__init__(
            f"extension {quoted(extension)}: {visible(holder)} has it already on {number}; "
            "give another, or --shared-extension if they share it"
        )
        self.holder = holder


class StillNeededError(PressdeskError):
    """A change that would leave others in the directory without what they need."""

    scope = Scope.ROW

    def __init__(self, sentence: str, needed_by: Sequence[str], remedy: str) -> None:
        shown = "".join(f"\n  {visible(item)}" for item in needed_by)
        super().__init__(f"{sentence}; {remedy}:{shown}")
        self.needed_by = tuple(needed_by)


class NobodyReachableError(PressdeskError):
    """A block or a contact without any way to reach anybody."""

    scope = Scope.ROW

    def __init__(self, whom: str, reason: str, remedy: str) -> None:
        super().__init__(f"{visible(whom)}: {reason}; {remedy}")


class UntranslatedError(PressdeskError):
    """Texts that a block would show in another language, where that was not wanted."""

    scope = Scope.ROW

    def __init__(self, language: str, texts: Sequence[str]) -> None:
        shown = "".join(f"\n  {visible(text)}" for text in texts)
        super().__init__(
            f"no translation in {language}; give them with --title-in and --name-in of "
            f"`pressdesk contact edit` and `pressdesk office edit`, or leave --strict-language "
            f"out:{shown}"
        )


class InvalidFileError(PressdeskError):
    """A file that was read and refused whole; nothing was changed."""

    scope = Scope.FILE

    def __init__(self, path: Path | str, line: int | None, reason: str) -> None:
        self.line = line
        self.reason = reason
        super().__init__(self.about(path))

    def about(self, path: Path | str) -> str:
        """Return the sentence with the file named so."""
        place = visible(str(path)) + (f":{self.line}" if self.line else "")
        return f"{place}: {self.reason}"


class FileError(PressdeskError):
    """A file that cannot be read or written."""

    exit_code = 5
    scope = Scope.FILE

    def __init__(self, path: Path | str, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(self.about(path))

    def about(self, path: Path | str) -> str:
        """Return the sentence with the file named so."""
        return f"{visible(str(path))}: {self.reason}"


class RowsRefusedError(PressdeskError):
    """Rows of an import that was to be whole or not at all."""

    scope = Scope.RUN

    def __init__(self, refused: int, rows: int) -> None:
        verb = "row is" if refused == 1 else "rows are"
        super().__init__(f"{refused} of {rows} {verb} refused, and --strict takes all or none; "
                         "nothing was changed")  # fmt: skip
