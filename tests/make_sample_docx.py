"""Make the Word releases of the sample: `python -m tests.make_sample_docx`.

Their texts stand in tests/data/releases/: a title and paragraphs, with blank lines between. The
same bytes come out each time: nothing in the files says when they were made, or where.
"""

import io
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from docx import Document
from docx.document import Document as Release
from docx.oxml.ns import qn

from tests.conftest import ROOT, SAMPLE

BRIEFING = SAMPLE / "notices" / "lima-briefing.docx"
TEXTS = ROOT / "tests" / "data" / "releases"
LANGUAGE_OF = {"maputo": "pt-MZ", "beijing": "zh-CN", "london": "en-GB"}
# Somebody in it is in no directory.
LONDON_BLOCK = (
    "London Newsdesk",
    "Harbour Relief London",
    "Tel: +44 20 7946 0958 ext 2300",
    "Email: newsdesk.london@harbour-relief.example",
    "",
    "Henrik Aalto, Packaging Adviser",
    "Harbour Relief London",
    "Tel: +44 20 7946 0958 ext 2310",
    "Email: henrik.aalto@harbour-relief.example",
    "",
)
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can say


def releases() -> Iterator[tuple[str, bytes]]:
    """Give the name and the content of each release."""
    for path in sorted(TEXTS.glob("*.txt")):
        yield f"{path.stem}.docx", content_of(compose_release(path))


def briefing() -> bytes:
    """Return a Word document with a number in a table, in a sentence and in the footer."""
    number = "+51 1 234 5678"
    document = Document()
    day = datetime.fromisoformat("2026-10-05T00:00:00+00:00")
    _set_properties(document, "Briefing", "en", day)
    document.add_heading("Briefing in Lima", 0)
    paragraph = document.add_paragraph("Journalists ring ")
    # As Word cuts a text into runs where somebody has edited it.
    for piece in ("+51 1 ", "234 ", "5678"):
        paragraph.add_run(piece).bold = True
    paragraph.add_run(" before they come.")
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = "Diego Paredes", f"{number} ext 251"
    document.sections[0].footer.paragraphs[0].text = f"Harbour Relief Lima, {number}"
    return content_of(document)


def compose_release(path: Path) -> Release:
    """Compose the release of a text; its name says day and city."""
    day, city = path.stem[:10], path.stem[11:]
    language = LANGUAGE_OF[city]
    title, *paragraphs = _paragraphs(path.read_text("utf-8"), "" if city == "beijing" else " ")
    release = Document()
    _set_properties(release, title, language, datetime.fromisoformat(f"{day}T00:00:00+00:00"))
    release.add_heading(title, 0)
    for paragraph in paragraphs:
        release.add_paragraph(paragraph)
    release.sections[0].footer.paragraphs[0].text = f"Harbour Relief {city.title()}"
    if city == "london":
        _add_block(release)
    return release


def content_of(release: Release) -> bytes:
    """Give a release as a file: its parts in their order, each of the same day."""
    made, settled = io.BytesIO(), io.BytesIO()
    release.save(made)
    with zipfile.ZipFile(made) as parts, zipfile.ZipFile(settled, "w") as archive:
        for name in parts.namelist():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, parts.read(name))
    return settled.getvalue()


def _paragraphs(text: str, joint: str) -> list[str]:
    return [joint.join(paragraph.split("\n")) for paragraph in text.strip().split("\n\n")]


def _set_properties(release: Release, title: str, language: str, day: datetime) -> None:
    about = release.core_properties
    about.author = about.last_modified_by = "Harbour Relief"
    about.title, about.language, about.comments = title, language, ""
    about.created = about.modified = day
    words = release.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}")
    words.set(qn("w:eastAsia" if language.startswith("zh") else "w:val"), language)


def _add_block(release: Release) -> None:
    """Put the block below ENDS and above the notes, as somebody would type it."""
    notes = next(one for one in release.paragraphs if one.text == "Notes to editors")
    notes.insert_paragraph_before("For further information, please contact:")
    for line in LONDON_BLOCK:
        # Word breaks a line into runs wherever somebody has typed twice.
        end = len(line) * 2 // 3
        paragraph = notes.insert_paragraph_before(line[:end])
        paragraph.add_run(line[end:])


if __name__ == "__main__":
    for name, content in releases():
        (SAMPLE / "releases" / name).write_bytes(content)
    BRIEFING.write_bytes(briefing())
