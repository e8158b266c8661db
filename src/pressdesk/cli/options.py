"""Options that several commands share, each said once; the small ones, which lookups read too."""

from typing import Annotated

import typer

from pressdesk.cli.choices import one_of
from pressdesk.cli.completion import complete_contact, complete_office

Office = Annotated[
    str | None,
    typer.Option(
        "--office",
        metavar="OFFICE",
        help="The office: code, name, city or beginning.",
        autocompletion=complete_office,
    ),
]
Who = Annotated[
    str,
    typer.Argument(
        metavar="WHO", help="Key, name or its beginning.", autocompletion=complete_contact
    ),
]
Where = Annotated[
    str,
    typer.Option(
        "--office",
        metavar="OFFICE",
        help="Code, name, city or beginning.",
        autocompletion=complete_office,
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
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")]
TextFormat = Annotated[
    str,
    typer.Option(
        "--format", help="text for people, json for programs.", **one_of(("text", "json"))
    ),
]
