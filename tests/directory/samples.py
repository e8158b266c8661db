"""Offices and contacts that the tests of the directory store, and how they store them."""

from pathlib import Path

from pressdesk.directory.store import Directory
from pressdesk.model import Contact, Email, Office, Posting
from pressdesk.text.folding import slug
from pressdesk.values.email_address import EmailAddress
from pressdesk.values.phone_number import PhoneNumber

SWITCHBOARD = PhoneNumber("+12025550123", None, "+1 202 555 0123")
OTHER_NUMBER = PhoneNumber("+442079460958", None, "+44 20 7946 0958")
# Nothing is there, and a rehearsal makes nothing.
NOWHERE = Path("/nowhere/directory.db")


def an_office(code: str = "here", name: str | None = None) -> Office:
    """Give an office with a switchboard."""
    return Office(code, name or code.title(), "US", switchboard=SWITCHBOARD)


def a_contact(name: str, *postings: Posting) -> Contact:
    """Give a contact who can be reached by e-mail; the directory chooses the key."""
    address = EmailAddress(f"{slug(name)}@example.org")
    return Contact("", name, emails=(Email(address),), postings=postings)


def store(path: Path, *those: Office | Contact) -> None:
    """Store offices and contacts in one operation."""
    with Directory.edit(path) as directory:
        for one in those:
            if isinstance(one, Office):
                directory.add_office(one)
            else:
                directory.add_contact(one)
