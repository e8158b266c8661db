"""Links that lead elsewhere than they say: one address or number behind another."""

from pressdesk.releases.seen import Link
from pressdesk.text.folding import fold

# Fewer digits in a text are no number that it shows.
_FEWEST_DIGITS = 6


def mail_address(link: Link) -> str | None:
    """Give the address that a link writes to (RFC 6068), None for any other link."""
    scheme, _, rest = link.target.partition(":")
    return rest.partition("?")[0] if scheme.lower() == "mailto" and "@" in rest else None


def stray_address(link: Link) -> str | None:
    """Give the address that a link writes to where it shows another one."""
    address, shown = mail_address(link), fold(link.text)
    return address if address and "@" in shown and fold(address) not in shown else None


def stray_number(link: Link) -> str | None:
    """Give the digits that a link dials (RFC 3966, without extension) where it shows others."""
    if not link.target.lower().startswith("tel:"):
        return None
    shown = _digits(link.text.replace("(0)", ""))
    dialled = _digits(link.target.partition(";")[0])
    if len(shown) < _FEWEST_DIGITS or shown.startswith(dialled):
        return None  # an extension may stand behind the number that is shown
    return None if dialled.endswith(shown.lstrip("0")) else dialled


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))
