"""The yardstick of `check` of Word documents: python-docx opens each of them.

`python -m tests.benchmarks.bare_docx FOLDER` prints how many paragraphs there are.
"""

import sys
from pathlib import Path

import docx


def main() -> None:
    """Open all documents of a folder."""
    paths = sorted(Path(sys.argv[1]).rglob("*.docx"))
    print(sum(len(docx.Document(str(path)).paragraphs) for path in paths))


if __name__ == "__main__":
    main()
