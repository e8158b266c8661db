"""Many contacts at once."""

import os

from pressdesk import Contact, Directory, Email, EmailAddress, Posting


def add_many(count: int) -> None:
    """Add so many people to the office geneva of the directory of a test."""
    with Directory.edit(os.environ["PRESSDESK_DB"]) as directory:
        for number in range(count):
            address = EmailAddress(f"p{number}@example.org")
            directory.add_contact(
                Contact(
                    "", f"Person {number}", emails=(Email(address),), postings=(Posting("geneva"),)
                )
            )
