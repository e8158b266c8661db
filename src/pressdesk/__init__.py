"""pressdesk: an organisation's press contacts, and the block that closes its releases.

The names below are the public Python API. Each is imported when it is first used, so that
`import pressdesk` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pressdesk.blocks.block import Block, Entry, Way
    from pressdesk.blocks.compose import compose_block
    from pressdesk.blocks.house_style.load import load_style
    from pressdesk.blocks.parse import parse_block
    from pressdesk.blocks.render import render_block
    from pressdesk.blocks.style import Style
    from pressdesk.directory.duty.choice import Choice, Rule
    from pressdesk.directory.store import Directory
    from pressdesk.errors import PressdeskError
    from pressdesk.model import Contact, Duty, Email, Office, Phone, Posting, Shift, Source
    from pressdesk.values.email_address import EmailAddress
    from pressdesk.values.phone_number import PhoneNumber

__version__ = "0.1.0"

__all__ = [
    "Block",
    "Choice",
    "Contact",
    "Directory",
    "Duty",
    "Email",
    "EmailAddress",
    "Entry",
    "Office",
    "Phone",
    "PhoneNumber",
    "Posting",
    "PressdeskError",
    "Rule",
    "Shift",
    "Source",
    "Style",
    "Way",
    "compose_block",
    "load_style",
    "parse_block",
    "render_block",
]

_HOME = {
    "Block": "blocks.block",
    "Choice": "directory.duty.choice",
    "Contact": "model",
    "Directory": "directory.store",
    "Duty": "model",
    "Email": "model",
    "EmailAddress": "values.email_address",
    "Entry": "blocks.block",
    "Office": "model",
    "Phone": "model",
    "PhoneNumber": "values.phone_number",
    "Posting": "model",
    "PressdeskError": "errors",
    "Rule": "directory.duty.choice",
    "Shift": "model",
    "Source": "model",
    "Style": "blocks.style",
    "Way": "blocks.block",
    "compose_block": "blocks.compose",
    "load_style": "blocks.house_style.load",
    "parse_block": "blocks.parse",
    "render_block": "blocks.render",
}


def __getattr__(name: str) -> object:
    """Import a public name from the module that holds it."""
    if name not in _HOME:
        raise AttributeError(f"module 'pressdesk' has no attribute {name!r}")
    return getattr(import_module(f"pressdesk.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
