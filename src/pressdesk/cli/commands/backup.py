"""`pressdesk backup` and `pressdesk restore`: a copy of the directory, and its way back."""

from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from pressdesk.cli.options.choices import FROM_ONE
from pressdesk.cli.options.opening import reading
from pressdesk.cli.options.shared import Yes
from pressdesk.cli.screen import output
from pressdesk.cli.screen.confirm import confirm
from pressdesk.cli.screen.sinks import refuse_target
from pressdesk.cli.styles import own_style_files, styles_folder
from pressdesk.directory.upkeep.backup import (
    back_up,
    dated_copies,
    free_name,
    restore as put_back,
)
from pressdesk.errors import FileError, OptionsError, PressdeskError
from pressdesk.files.atomic import create_file
from pressdesk.files.reading import is_folder
from pressdesk.settings import Settings
from pressdesk.text.visible import visible


def backup(
    context: typer.Context,
    target: Annotated[
        str | None,
        typer.Argument(
            metavar="[FILE]", help="A new file, or a folder; else a dated one beside the directory."
        ),
    ] = None,
    keep: Annotated[
        int | None,
        typer.Option(
            metavar="N", help="Of the dated backups there, keep the newest N alone.", **FROM_ONE
        ),
    ] = None,
) -> None:
    """Copy the directory to a safe place, whoever uses it meanwhile.

    \b
      pressdesk backup
      pressdesk backup /media/stick/contacts.backup
      pressdesk backup /mnt/backups/ --keep 14

    The copy is checked, may be read by you alone, and never takes the place of a file. Styles of
    the house are kept in a folder beside it. Plain copying of a directory that is in use can
    damage the copy: this cannot.
    """
    settings: Settings = context.obj
    path = settings.path
    folder = path.parent if target is None else Path(target)
    is_dated = is_folder(folder)
    if keep is not None and not is_dated:
        raise OptionsError("--keep counts dated backups: name a folder instead of a file, or none")
    file = free_name(path, folder) if is_dated else folder
    refuse_target(file, [path], option="FILE")
    try:
        back_up(path, file, settings.timeout)
    except FileExistsError as error:  # somebody made it just now
        raise FileError(file, "is there already; name another file") from error
    _keep_styles(_styles_of(file))
    old = dated_copies(path, folder)[:-keep] if keep else []
    for copy in old:
        _remove(copy)
    if not settings.is_quiet:
        output.say(f"the directory is backed up in {visible(str(file))}")
        for copy in old:
            output.say(f"removed the older backup {visible(copy.name)}")


def restore(
    context: typer.Context,
    backup_file: Annotated[
        str, typer.Argument(metavar="FILE", help="What `pressdesk backup` wrote.")
    ],
    yes: Yes = False,
) -> None:
    """Put a backup in the directory's place.

    \b
      pressdesk restore directory.db.2026-11-23.backup
      pressdesk restore /media/stick/contacts.backup --yes

    The backup is checked first, and stays. The present directory is kept beside the restored one:
    what was changed since the backup is only there. Styles of the house come back where none of
    that name is. A backup of an older pressdesk is brought up to date.
    """
    settings: Settings = context.obj
    path, file = settings.path, Path(backup_file)
    if _is_same(file, path):
        raise OptionsError(f"{file} is the directory itself: name a backup of it")
    confirm(f"Put {visible(str(file))} in the place of {visible(str(path))}?", is_given=yes)
    kept = put_back(path, file, settings.timeout)
    styles = _restore_styles(_styles_of(file))
    with reading(settings) as directory:
        count, newest = directory.count_contacts(), directory.operations(1)
    last = f", last changed {newest[0].at}" if newest else ""
    if not settings.is_quiet:
        output.say(f"restored {visible(str(file))}: {count} contacts{last}")
        if kept:
            output.say(f"the directory as it was is in {visible(str(kept))}")
        for name in styles:
            output.say(f"restored the style {visible(name)}")


def _styles_of(file: Path) -> Path:
    """Return the folder beside a backup in which the styles are."""
    return file.with_name(f"{file.name}.styles")


def _keep_styles(folder: Path) -> None:
    """Copy the styles of the house into a folder of their own."""
    files: list[Path] = []
    with suppress(PressdeskError):  # without a home there are none
        files = own_style_files()
    for style in files:
        create_file(folder / style.name, style.read_bytes())


def _restore_styles(folder: Path) -> list[str]:
    """Bring the styles back of which there is none by that name; return their names."""
    restored = []
    for style in sorted(folder.glob("*.toml")):
        with suppress(FileExistsError):
            create_file(styles_folder() / style.name, style.read_bytes())
            restored.append(style.stem)
    return restored


def _remove(copy: Path) -> None:
    """Remove a backup and its styles; raise FileError where that is not allowed."""
    styles = _styles_of(copy)
    try:
        copy.unlink()
        for style in styles.glob("*.toml"):
            style.unlink()
        if styles.exists():
            styles.rmdir()
    except OSError as error:
        raise FileError(copy, f"cannot be removed ({error.strerror})") from error


def _is_same(file: Path, other: Path) -> bool:
    try:
        return file.samefile(other)
    except OSError:  # the directory is missing: that is what is mended
        return False
