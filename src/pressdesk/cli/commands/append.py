"""`pressdesk append` and `remove-block`: the block into release files, and out again."""

from typing import Annotated

import typer

from pressdesk.answers.answer import Answer, Answers
from pressdesk.answers.request import BlockRequest
from pressdesk.blocks.render import render_block
from pressdesk.blocks.style import CARD
from pressdesk.blocks.wordings import find_wording
from pressdesk.cli.commands.block.options import Asked
from pressdesk.cli.commands.block.output import say_notes, with_lead_in
from pressdesk.cli.completion import complete_office
from pressdesk.cli.options.choices import choice
from pressdesk.cli.options.opening import reading
from pressdesk.cli.options.releases import Releases, Target
from pressdesk.cli.options.shared import StyleName
from pressdesk.cli.release_files import change_releases
from pressdesk.cli.screen import output
from pressdesk.cli.styles import get_style, known_styles
from pressdesk.errors import InvalidFileError, OptionsError
from pressdesk.releases.editing import OpenRelease, Outcome
from pressdesk.releases.release import Before, Placement
from pressdesk.settings import Settings
from pressdesk.text.folding import fold_words
from pressdesk.text.visible import quoted, visible


def append(
    context: typer.Context,
    releases: Releases,
    office: Annotated[
        list[str],
        typer.Option(
            "--office",
            metavar="OFFICE",
            help="Whose block: an office, or a contact; repeated, all of them in one block.",
            autocompletion=complete_office,
        ),
    ],
    asked: Asked,
    target: Target,
    placement: Annotated[
        str, choice(Placement, "--placement", "Where it goes in a release that has none.")
    ] = Placement.AUTO,
    before: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT", help="Put it before the line that begins so, if there is one."
        ),
    ] = None,
    style: StyleName = None,
    adds: Annotated[
        bool, typer.Option("--add", help="Keep the blocks that are there, and add this one.")
    ] = False,
) -> int:
    """Put the contact block into release files.

    \b
      pressdesk append release.txt --office Washington
      pressdesk append *.md --office geneva --lang fr --dry-run
      pressdesk append release.docx --office nairobi --placement end -o out.docx
      pressdesk append - --as html --office bogota < page.html > out.html

    A block that is there is replaced, whether pressdesk wrote it or somebody typed it (--backup
    keeps that); nothing else in the file changes, and a second time changes nothing. Where contacts
    stand that are not wholly understood, the file is refused: --add puts the block beside them.
    Without --lang the language is the file's own, else the office's.

    Exit status 1 where some files were done and some were not.
    """
    settings: Settings = context.obj
    target.check(releases)
    if len(asked.lang or ()) > 1:
        raise OptionsError("a release has one language: give --lang once, and --add for another")
    if before is not None and placement != Placement.AUTO:
        raise OptionsError("--before and --placement both say where: leave one of them out")
    if before is not None and not fold_words(before):
        raise OptionsError("--before has no word in it: give the beginning of a line")
    place = Placement(placement) if before is None else Before(before)
    chosen = style or settings.style or CARD.name
    shape = with_lead_in(get_style(chosen), asked.lead_in)
    styles = known_styles(chosen)
    with reading(settings) as directory:
        for who in office:
            directory.get(who)  # an unknown name is said once, not for each file
        blocks = _Blocks(Answers(directory, settings.language), asked.requests(office)[0], asked)

        def change(opened: OpenRelease) -> Outcome:
            answer = blocks.answer_in(opened.release.language)
            printed = render_block(answer.block, shape, opened.release.form)
            if not adds:
                _refuse_losses(opened, ", or put yours beside it with --add")
                _refuse_contacts(opened)
            return opened.put_block(printed, place, adds=adds)

        return change_releases(releases, target, settings, styles, change)


def remove_block(
    context: typer.Context,
    releases: Releases,
    target: Target,
    typed: Annotated[bool, typer.Option("--typed", help="Blocks that people typed, too.")] = False,
) -> int:
    """Take the contact block out of release files again.

    \b
      pressdesk remove-block release.txt
      pressdesk remove-block *.md --dry-run
      pressdesk remove-block - --as html < page.html > out.html

    What stood there before `append` comes back to the byte. A block that somebody typed is taken
    out only with --typed, and where all of it is understood.

    Exit status 1 where some files were done and some were not.
    """
    settings: Settings = context.obj
    target.check(releases)
    styles = known_styles(settings.style)

    def change(opened: OpenRelease) -> Outcome:
        if typed:
            _refuse_losses(opened)
        elif opened.typed and len(opened.typed) == len(opened.release.blocks):
            line = opened.release.blocks[0].line
            output.say(
                f"{visible(opened.name)}:{line}: a block that somebody typed stays; --typed takes "
                "it out too"
            )
        return opened.take_blocks(typed=typed)

    return change_releases(releases, target, settings, styles, change)


def _refuse_losses(opened: OpenRelease, way_out: str = "") -> None:
    """Refuse to take away what somebody typed beside the people of a block."""
    for line, text in opened.find_losses():
        raise InvalidFileError(
            opened.name,
            line,
            f"the block there also says {quoted(text)}, which would be lost; "
            f"change it by hand{way_out}",
        )


def _refuse_contacts(opened: OpenRelease) -> None:
    """Refuse to put a second block into a release whose contacts cannot be replaced."""
    if found := opened.find_contacts():
        who = f" ({visible(found.text)})" if found.text else ""
        raise InvalidFileError(
            opened.name,
            found.line,
            f"contacts stand there{who} that are not understood to the last word, so they are not "
            "replaced; change them by hand, or put yours beside them with --add",
        )


class _Blocks:
    """The block in each language that files turn out to be in; each is composed once."""

    def __init__(self, answers: Answers, request: BlockRequest, asked: Asked) -> None:
        self._answers = answers
        self._request = request
        self._asked = asked
        self._known: dict[str | None, Answer] = {}

    def answer_in(self, language: str | None) -> Answer:
        """Answer in the language that was asked for, else in the file's, else in the office's."""
        wanted = self._request.language or (language if find_wording(language) else None)
        if language and wanted is None and language not in self._known:
            output.say(f"pressdesk: no wording for the language {language} of the file")
            self._known[language] = self.answer_in(None)
        key = language if wanted is None else wanted
        if key not in self._known:
            request = self._request._replace(language=wanted)
            answer = self._answers.answer(request)
            say_notes([answer], [request], is_why=self._asked.why)
            self._known[key] = answer
        return self._known[key]
