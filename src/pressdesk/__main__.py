"""The way in: the `pressdesk` command, and `python -m pressdesk`."""

import gc
from typing import NoReturn

# New objects, more than are gone, before the collector looks for cycles among them.
_SELDOM = 50_000


def main() -> NoReturn:
    """Run pressdesk and leave with its exit status.

    While modules are imported nothing can be garbage, and at the end nothing is worth collecting:
    without the collector's rounds over them a lookup takes a tenth less time. Nearly all that a
    command makes dies with its last reference; cycles are few, and looked for seldom.
    """
    gc.disable()
    from pressdesk.cli import run

    gc.freeze()
    gc.set_threshold(_SELDOM, 20, 20)
    gc.enable()
    status = run()
    gc.freeze()
    raise SystemExit(status)


if __name__ == "__main__":
    main()
