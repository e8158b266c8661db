"""The yardstick of `check`: every file is read, and one compiled expression runs over it.

`python -m tests.benchmarks.bare_check FOLDER` prints how many addresses stand in the releases.
"""

import re
import sys
from pathlib import Path

# What a script would look for in releases: addresses, in bounds that keep it linear.
ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")


def main() -> None:
    """Read all releases of a folder."""
    found = 0
    for path in sorted(Path(sys.argv[1]).rglob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        found += sum(1 for _ in ADDRESS.finditer(text))
    print(found)


if __name__ == "__main__":
    main()
