"""Make the golden files of blocks from what is printed now: `python -m tests.make_golden`.

Read `git diff tests/golden` before it is committed: each line of it is what a release will say.

`python -m tests.make_golden NAME LANGUAGE < PASSAGE` writes nothing: it prints a case for a file of
tests/golden/harvest/ with the contacts that are read now. Correct them by what the passage says.
"""

import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from pressdesk.blocks.render import render_block
from pressdesk.blocks.style import BUILT_IN
from pressdesk.blocks.wordings import LANGUAGES
from pressdesk.harvest.evidence import find_evidence
from tests.blocks.samples import sample_block
from tests.conftest import ROOT

GOLDEN = ROOT / "tests" / "golden" / "blocks"
FORMAT_OF = {".txt": "text", ".md": "markdown", ".html": "html"}


def golden_paths() -> Iterator[Path]:
    """Name the file of each style, language and format: `card/fr.html`."""
    for style, language, suffix in product(BUILT_IN, LANGUAGES, FORMAT_OF):
        yield GOLDEN / style / f"{language}{suffix}"


def printed_for(path: Path) -> str:
    """Print what belongs into a golden file; its name says what."""
    return render_block(sample_block(path.stem), path.parent.name, FORMAT_OF[path.suffix])


def write_golden() -> None:
    """Write every golden file."""
    for path in golden_paths():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(printed_for(path), encoding="utf-8", newline="\n")


def draft_case(name: str, language: str, passage: str) -> str:
    """Write a passage and the contacts that are read in it as a case."""
    contacts = []
    for one in find_evidence("passage.txt", passage.encode(), "text"):
        lines = [f"name: {one.contact.name}"] if one.contact.name else []
        lines += [f"email: {address}" for address in one.contact.emails]
        for phone in one.contact.phones:
            extension = f" ext {phone.extension}" if phone.extension else ""
            printed = " ".join(phone.text.split())
            lines.append(f"phone: {printed} = {phone.number or '?'}{extension}")
        contacts.append("".join(f"{line}\n" for line in lines))
    return f"%%% {name} ({language})\n{passage.rstrip()}\n%%%\n" + "\n".join(contacts)


if __name__ == "__main__":
    if len(sys.argv) == 3:
        sys.stdout.write(draft_case(sys.argv[1], sys.argv[2], sys.stdin.read()))
    else:
        write_golden()
