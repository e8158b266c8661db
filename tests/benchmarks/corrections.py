"""Whether `check --fix` reaches every place and form, and changes nothing else.

Run `python -m tests.benchmarks.corrections [--releases N]`. Releases of four formats are made, each
with a switchboard, an extension and an address in one kind of place, in one of the forms that
numbers have in nine languages and around them. The directory gives all three up; after
`check --fix` each file must be the one that is made with the new values. Counted are files, not
time: the files are written by us, so the figure says what is covered, not what is met.
"""

import argparse
import tempfile
from io import BytesIO
from itertools import cycle, islice, product
from pathlib import Path
from zipfile import ZipFile

from pressdesk.cli import run
from tests.releases.mentions import planted
from tests.releases.mentions.planted import EXTENSIONS, NEW, NUMBERS, OLD, SUFFIXES


def parts(content: bytes) -> object:
    """Return what is compared: of a zip its parts, without the day on which it was saved."""
    if not content.startswith(b"PK"):
        return content
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()
                if name != "docProps/core.xml"}  # fmt: skip


def main() -> None:
    """Make the releases, correct them, and print how many are right."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--releases", type=int, default=300)
    count = parser.parse_args().releases
    worded = [word for word in EXTENSIONS if EXTENSIONS[word]]
    shapes = cycle(product(NUMBERS, worded))
    kinds = cycle([(form, place) for form in SUFFIXES for place in planted.places(form)])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        releases = folder / "releases"
        releases.mkdir()
        db = ["--quiet", "--db", str(folder / "directory.db")]
        office = ["office", "add", "Geneva", "--country", "CH", "--switchboard"]
        assert run([*db, *office, OLD.e164]) == 0
        assert run([*db, "contact", "add", "Ada Example", "--office", "geneva", "--ext",
                    OLD.extension, "--email", OLD.email]) == 0  # fmt: skip
        wanted: dict[Path, bytes] = {}
        for place, ((form, kind), shape) in enumerate(
            islice(zip(kinds, shapes, strict=False), count)
        ):
            path = releases / f"{place}.{SUFFIXES[form]}"
            path.write_bytes(planted.release(form, kind, OLD, *shape))
            wanted[path] = planted.release(form, kind, NEW, *shape)
        assert run([*db, "contact", "edit", "ada", "--email", NEW.email,
                    "--ext", NEW.extension]) == 0  # fmt: skip
        assert run([*db, "office", "edit", "geneva", "--switchboard", NEW.e164]) == 0
        run([*db, "check", str(releases), "--fix"])
        wrong = [path for path, content in wanted.items()
                 if parts(path.read_bytes()) != parts(content)]  # fmt: skip
    right = len(wanted) - len(wrong)
    print(f"{right} of {len(wanted)} releases corrected, {right / len(wanted):.1%}, "
          f"nothing else changed in them")  # fmt: skip
    for path in wrong:
        print(f"  {path.name}")


if __name__ == "__main__":
    main()
