"""What the user should hear about a draft that was taken all the same."""

from collections.abc import Iterator, Mapping

from pressdesk.drafts.contact_draft import ContactDraft
from pressdesk.drafts.given import Given
from pressdesk.model import Contact
from pressdesk.text.visible import quoted
from pressdesk.values.clean_text import find_mixed_scripts, lost_characters


def find_draft_warnings(draft: ContactDraft | Given) -> list[str]:
    """Name the characters that were left out of the draft's texts."""
    return [
        f"{name.replace('_', ' ')} {quoted(text)}: left out {', '.join(lost)}"
        for name, text in _texts(draft)
        if (lost := lost_characters(text))
    ]


def find_contact_warnings(contact: Contact, before: Contact) -> list[str]:
    """Name new values that look like something else, and numbers that are only possible."""
    warnings = [
        warning
        for email in contact.emails
        if (warning := email.address.warning) and email not in before.emails
    ]
    if contact.name != before.name and not contact.name.isascii():
        warnings += [
            f'name "{contact.name}" mixes letters of {" and ".join(scripts)} in one word'
            for word in contact.name.split()
            if (scripts := find_mixed_scripts(word))
        ]
    warnings += [
        f'phone "{phone.number}" is not a valid number; stored because it was allowed'
        for phone in contact.phones
        if phone.number.possible_only and phone not in before.phones
    ]
    return warnings


def _texts(draft: ContactDraft | Given) -> Iterator[tuple[str, str]]:
    """Yield each text with what it is of."""
    for name, value in (draft if isinstance(draft, Mapping) else draft._asdict()).items():
        if isinstance(value, str):
            yield name, value
        elif isinstance(value, Mapping) and name in {"given", "posting"}:
            yield from _texts(value)
        elif isinstance(value, Mapping | list | tuple):
            texts = value.values() if isinstance(value, Mapping) else value
            yield from ((name, text) for text in texts if isinstance(text, str))
