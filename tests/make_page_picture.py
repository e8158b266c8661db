"""Make docs/page.png, the picture of `pressdesk page`, from the sample directory.

Run `python -m tests.make_page_picture`, which needs Chromium. Fonts differ between machines, so no
test compares the picture.
"""

import base64
import tempfile
from pathlib import Path

from pressdesk.cli import run
from tests.browser import browsing
from tests.conftest import ROOT, SAMPLE

PICTURE = ROOT / "docs" / "page.png"


def main() -> None:
    """Write the picture."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        db, made = str(folder / "sample.db"), str(folder / "page.html")
        files = [str(SAMPLE / "offices.csv"), str(SAMPLE / "contacts.csv")]
        assert run(["--quiet", "--db", db, "import", *files]) == 0
        title = "Harbour Relief: press contacts"
        assert run(["--quiet", "--db", db, "page", "--title", title, "-o", made]) == 0
        with browsing(folder) as page:
            page.resize(900, 560)
            page.open(Path(made), "#q=press officer")
            PICTURE.write_bytes(base64.b64decode(page.picture()))


if __name__ == "__main__":
    main()
