"""What a real spreadsheet makes of our files; skipped where there is none."""

import csv
import io
import shutil
import subprocess
from pathlib import Path

import pytest

from pressdesk.exchange.csv.formula_guard import guard_cell
from pressdesk.exchange.csv.writing import dump_rows
from pressdesk.exchange.xlsx.format import dump_xlsx

OFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")

HEADER = ("name", "phone", "ext", "mobile")
ROWS = [
    ["Zoë Lind", "+41 22 501 01 00", "230", "+41 79 555 01 23"],
    ['Łódź, Иван "Ваня"', "+1 202 862 1826", "0230", ""],
    ["=1+1", "+1 202 862 1826 ; +44 20 7946 0958", "; 7", ""],
    ["@SUM(A1)", "", "", ""],
    ["王小明", "+86 10 6552 9988", "0012", ""],
]  # fmt: skip


def opened(path: Path, *options: str) -> list[list[str]]:
    """Open a file as a person would, and give the cells as they are shown."""
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    out = path.parent / "out"
    # Comma, quotation mark, UTF-8, from line 1, cells as they are shown.
    form = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true"
    command = [str(OFFICE), profile, "--headless", *options, "--convert-to", form,
               "--outdir", str(out), str(path)]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603
    text = (out / path.with_suffix(".csv").name).read_text("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def test_a_spreadsheet_shows_every_cell_of_xlsx_as_it_is(tmp_path: Path) -> None:
    """Extensions keep their zeros, numbers their plus, and nothing is evaluated."""
    path = tmp_path / "out.xlsx"
    with path.open("wb") as file:
        dump_xlsx(HEADER, ROWS, file)
    # A sheet's cells cannot be taken for formulas: they bring no guard.
    shown = opened(path)
    assert shown == [list(HEADER), *ROWS]


@pytest.mark.parametrize("bom", [True, False])
def test_a_spreadsheet_leaves_names_and_numbers_of_csv_alone(tmp_path: Path, *, bom: bool) -> None:
    """Formulas stay text behind their apostrophe; an extension of digits alone is for XLSX."""
    path = tmp_path / "in.csv"
    path.write_text("".join(dump_rows(HEADER, ROWS, bom=bom)), "utf-8", newline="")
    shown = opened(path, "--infilter=CSV:44,34,76,1")
    assert [row[0] for row in shown[1:]] == [guard_cell(row[0]) for row in ROWS]
    assert [row[1] for row in shown[1:]] == [row[1] for row in ROWS]
    assert [row[3] for row in shown[1:]] == [row[3] for row in ROWS]
