"""The way in: the `pressdesk` command, and `python -m pressdesk`."""

import gc
from typing import NoReturn


def main() -> NoReturn:
    """Run pressdesk and leave with its exit status.

    While modules are imported nothing can be garbage, and at the end nothing is worth collecting:
    without the collector's rounds over them a lookup takes a tenth less time.
    """
    gc.disable()
    from pressdesk.cli import run

    gc.freeze()
    gc.enable()
    status = run()
    gc.freeze()
    raise SystemExit(status)


if __name__ == "__main__":
    main()
