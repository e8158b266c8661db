"""Addresses and numbers as links."""

import re

from pressdesk.values.email_address import ascii_domain

_ADDRESS = re.compile(r"\S+@[^\s@]+")


def is_address(text: str) -> bool:
    """Ask whether a text has the shape of an address, so that a link can lead to it."""
    return _ADDRESS.fullmatch(text) is not None


def mailto_uri(address: str) -> str:
    """Give the link that writes to an address (RFC 6068).

    address: a checked one. All but letters, digits and `.-_~+` is encoded, so that nothing in it
    can add a recipient or a header; the domain is written in ASCII.
    """
    from urllib.parse import quote

    local, _, domain = address.rpartition("@")
    return f"mailto:{quote(local, safe='+')}@{quote(ascii_domain(domain), safe='')}"


def tel_uri(display: str, extension: str | None = None) -> str:
    """Give the link that dials a number (RFC 3966): `tel:+1-202-862-1826;ext=230`.

    display: "+" and digits, in groups with spaces between. The extension is the first parameter.
    """
    return f"tel:{display.replace(' ', '-')}" + (f";ext={extension}" if extension else "")
