"""Make `words/months.txt` from the months of CLDR, which babel has.

python -m tests.make_months

Reading dates with babel itself would cost each harvest the files of fourteen languages.
"""

from collections.abc import Iterator, Sequence

from babel import Locale

from pressdesk.text.folding import fold
from tests.conftest import ROOT

PATH = ROOT / "src" / "pressdesk" / "words" / "months.txt"
LANGUAGES = ("ar", "de", "el", "en", "es", "fi", "fr", "it", "mk", "nl", "pl", "pt", "ru", "sv")
# What CLDR leaves out and releases print.
FURTHER = {"de": {"maerz": 3}, "en": {"sept": 9}}
HEADER = """\
# Names of months in the first lines of a release, whole and short, and their numbers. As folded
# text: small letters, without accents; without full stops. From Unicode's CLDR by way of babel.
# Made by `python -m tests.make_months`: what is missing there is added in that file, not here.
"""


def months(language: str, widths: Sequence[str] = ("wide", "abbreviated")) -> dict[str, int]:
    """Return the names of months in a language, folded, with their numbers."""
    found: dict[str, int] = {}
    for forms in Locale(language).months.values():
        for width in widths:
            found.update({fold(name).rstrip("."): month for month, name in forms[width].items()})
    return found | FURTHER.get(language, {})


def lines() -> Iterator[str]:
    """Yield the lines of the file."""
    for language in LANGUAGES:
        yield f"\n[{language}]\n"
        yield from (f"{name} = {month}\n" for name, month in sorted(months(language).items()))


def made() -> str:
    """Return the text of the file."""
    return HEADER + "".join(lines())


if __name__ == "__main__":
    PATH.write_text(made(), encoding="utf-8")
