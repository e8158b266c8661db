"""Addresses and numbers as links."""

from pressdesk.values.email_address import ascii_domain


def mailto_uri(address: str) -> str:
    """Give the link that writes to an address (RFC 6068).

    address: a checked one. All of the local part but letters, digits and `.-_~+` is encoded, so
    that nothing in it can add a recipient or a header; the domain is written in ASCII.
    """
    from urllib.parse import quote

    local, _, domain = address.rpartition("@")
    return f"mailto:{quote(local, safe='+')}@{ascii_domain(domain)}"


def tel_uri(display: str, extension: str | None = None) -> str:
    """Give the link that dials a number (RFC 3966): `tel:+1-202-862-1826;ext=230`.

    display: "+" and digits, in groups with spaces between. The extension is the first parameter.
    """
    return f"tel:{display.replace(' ', '-')}" + (f";ext={extension}" if extension else "")
