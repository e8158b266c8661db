"""Options that several commands share, each said once; the small ones, which lookups read too."""

from typing import Annotated

import typer

from pressdesk.cli.completion import complete_contact, complete_office, complete_style
from pressdesk.cli.options.choices import FROM_ONE, choice

Office = Annotated[
    str | None,
    typer.Option(
        "--office",
        metavar="OFFICE",
        help="The office: code, city, name or words of it.",
        autocompletion=complete_office,
    ),
]
Who = Annotated[
    str,
    typer.Argument(
        metavar="WHO",
        help="Key, name, its beginning or words of it.",
        autocompletion=complete_contact,
    ),
]
Where = Annotated[
    str,
    typer.Option(
        "--office",
        metavar="OFFICE",
        help="Code, city, name or words of it.",
        autocompletion=complete_office,
    ),
]
StyleName = Annotated[
    str | None,
    typer.Option(
        metavar="STYLE",
        help="card, inline, line, or one of your own (pressdesk style list).",
        autocompletion=complete_style,
    ),
]
Force = Annotated[bool, typer.Option("--force", "-f", help="Let -o replace a file that is there.")]
AllowPossible = Annotated[
    bool,
    typer.Option("--allow-possible", help="Store numbers that are possible but not valid, marked."),
]
SharedExtension = Annotated[
    bool,
    typer.Option("--shared-extension", help="Let two contacts share one extension."),
]
KeepNumbers = Annotated[
    bool,
    typer.Option(
        "--keep-numbers",
        help="Leave people's own numbers as they are where an office gets another switchboard.",
    ),
]
IfVersion = Annotated[
    int | None,
    typer.Option(
        "--if-version",
        metavar="N",
        help="Only if it is still of this version, as --fields version says.",
        **FROM_ONE,
    ),
]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")]
TextFormat = Annotated[
    str, choice(("text", "json"), "--format", "text for people, json for programs.")
]
