"""Make the directory that version 0.1.0 wrote: `python -m tests.make_version_1 OLD`.

OLD is a checkout of commit 64994d2 (`git worktree add OLD 64994d2`), the last one with tables of
version 1. tests/data/version-1.db.gz becomes the file, and tests/data/version-1.json what that
program said of it: each question as it was typed, with the answer. Later programs are held to \
both.
The names are invented, and the numbers are ones that nobody has.
"""

import csv
import gzip
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import ROOT, SAMPLE

DATA = ROOT / "tests" / "data"
FILE, ANSWERS = DATA / "version-1.db.gz", DATA / "version-1.json"
COLUMNS = ("office", "name", "title", "email", "phone", "ext", "mobile", "topics", "verified_on")
GIVEN = ("Alba", "Bram", "Cleo", "Dario", "Edda", "Farid", "Greta", "Hugo", "Ines", "Jonas",
         "Kaja", "Liam", "Mira", "Noor", "Otis", "Pola", "Quinn", "Rhea", "Silas", "Tilda",
         "Uma", "Viggo", "Wanda", "Xaver", "Yara", "Zeno", "Abel", "Bela", "Cyra", "Dunja",
         "Enno", "Fenja", "Gero", "Hanno", "Ilka")  # fmt: skip
FAMILY = ("Testmann", "Probst-Muster", "Exemplar", "Sampleton", "Dummer", "Fictor")
# Dated and undated, and one that takes the place of what the first one said.
RELEASES = {
    "rel-2024.txt": "HARBOUR RELIEF\n\n12 March 2024\n\nThe wells are open.\n\nMedia contact:\n"
    "Rhea Ostrander\nEmail: rhea.old@harbour-relief.example\nTel: +44 20 7946 0111\n",
    "rel-2025.txt": "HARBOUR RELIEF\n\n3 April 2025\n\nThe wells are dry.\n\nMedia contact:\n"
    "Rhea Ostrander\nEmail: rhea.new@harbour-relief.example\nTel: +44 20 7946 0112\n",
    "undated.txt": "HARBOUR RELIEF\n\nThe wells are somewhere.\n\nMedia contact:\n"
    "Otto Ostrander\nEmail: otto@harbour-relief.example\nTel: +44 20 7946 0113\n",
}
COMMANDS = """
import offices.csv contacts.csv
import "release list.csv"
import list.csv
import later.csv
contact edit alba --email alba.typed@harbour-relief.example
harvest rel-2024.txt undated.txt --apply --yes --office london
harvest rel-2025.txt --apply --yes
harvest releases --apply --yes
office add "Harbour Relief Oslo" --code oslo --country NO --city Oslo --lang nb --timezone \
Europe/Oslo --switchboard "+47 22 12 34 56" --extension-digits 3-4 --reports-to berlin \
--name-in "de=Harbour Relief Oslo (Norwegen)"
contact add "Solveig Testdatter" --office oslo --title "Pressesjef" --title-in "en=Head of \
Press" --email solveig@harbour-relief.example --tel "+47 22 12 34 99" --mobile "+47 406 12 345" \
--whatsapp "+47 406 12 346" --satellite "+870 776 123 456" --fax "+47 22 12 34 57" --internal \
"+47 22 12 34 58" --internal internal@harbour-relief.example --lang nb --lang en --topic health \
--topic shelter --note "rings back after lunch" --rank 2 --from 2026-01-01 --until 2030-12-31 \
--given-name Solveig --family-name Testdatter
contact add "Oslo News Desk" --desk --office oslo --ext 230 --allow-possible --tel "+1 202 155 \
0123" --unlisted
contact post solveig --office geneva --ext 4111 --title "Guest" --shared-extension
contact edit solveig --mobile "+47 406 12 399"
contact edit solveig --remove-whatsapp "+47 406 12 346"
contact edit solveig --add-email solveig.too@harbour-relief.example
contact edit solveig --office geneva --ext 4112
contact edit "oslo news desk" --ext 231
office edit oslo --switchboard "+47 22 12 34 60"
office edit oslo --code harbour-oslo
contact edit bram-probst-muster --name "Bram Probst"
contact edit dario --key dario-e
contact edit edda --email edda.new@harbour-relief.example --mobile ""
undo --yes
contact edit farid --left 2026-06-01 --successor greta
contact remove hugo --yes
undo --yes
contact remove ines --yes
contact edit kaja --email kaja.new@harbour-relief.example
contact edit kaja --email kaja@harbour-relief.example
contact unpost solveig --office geneva
office add "Harbour Relief Nowhere" --code nowhere --country NO --switchboard "+47 22 12 34 70"
office remove nowhere --yes
contact edit liam --internal "+47 22 12 34 61"
contact edit liam --public "+47 22 12 34 61"
contact add "Passing Visitor" --office oslo --email passing@harbour-relief.example
undo --yes
"""
QUESTIONS = """
log --limit 1000
log --limit 1000 --format csv --fields id,at,actor,command,what,offices,contacts,undone,operation
office list --format json
export --format json --internal
export --format csv --internal
find solveig
find ostrander --internal
find 7946 --internal
find 0112 OR 0113
find health
find title:press NOT kind:desk
find city:oslo OR city:geneva --format json
find 4112
find ext:231
find name:zoe lang:fr
block oslo --on 2026-12-01
block geneva --on 2026-12-01
show rhea-ostrander
show otto-ostrander
show alba
show bram
show edda
show silas
"""


def a_list(first: int, size: int, titles: str) -> Iterator[tuple[str, ...]]:
    """Yield the header and the rows of a file of contacts at the London office."""
    yield COLUMNS
    for place in range(first, first + size):
        given, family = GIVEN[place], FAMILY[place % len(FAMILY)]
        yield (
            "Harbour Relief London", f"{given} {family}", titles,
            f"{given}@harbour-relief.example".lower(),
            f"+44 20 7946 {300 + place:04d}" if place % 3 else "",
            "", f"+41 79 555 0{place // 10} {place % 10}7",
            "water" if place % 2 else "", "2025-02-03" if place % 5 == 0 else "",
        )  # fmt: skip


def lay_out(folder: Path) -> None:
    """Write the files that the commands read."""
    for name in ("offices.csv", "contacts.csv", "releases"):
        source = SAMPLE / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, folder / name)
    for name, content in RELEASES.items():
        (folder / name).write_text(content)
    for name, rows in (
        ("release list.csv", a_list(0, 15, "Press Officer")),
        ("list.csv", a_list(15, 20, "Spokesperson")),
        ("later.csv", a_list(13, 4, "Head of Media")),
    ):
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)


def main(old: Path) -> None:
    """Run the commands of the old program, then ask it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lay_out(folder)
        environment = {
            "PYTHONPATH": str(old.resolve() / "src"), "PRESSDESK_DB": str(folder / "directory.db"),
            "HOME": name, "LOGNAME": "press-officer", "PATH": os.environ["PATH"],
        }  # fmt: skip

        def run(line: str) -> str:
            done = subprocess.run(  # noqa: S603  # our own interpreter
                [sys.executable, "-m", "pressdesk", *shlex.split(line)],
                cwd=folder, env=environment, capture_output=True, check=False,
            )  # fmt: skip
            print(f"{done.returncode} {line[:70]}", done.stderr.decode()[-300:], file=sys.stderr)  # noqa: T201
            return done.stdout.decode()

        for line in COMMANDS.strip().splitlines():
            run(line)
        answers = {line: run(line) for line in QUESTIONS.strip().splitlines()}
        FILE.write_bytes(gzip.compress((folder / "directory.db").read_bytes(), mtime=0))
        text = json.dumps(answers, ensure_ascii=False, indent=1)
        ANSWERS.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
