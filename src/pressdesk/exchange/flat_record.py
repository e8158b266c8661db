"""A contact or an office as one row of pressdesk's own CSV: the reverse of drafting."""

from pressdesk.model import Contact, Office, Phone, PhoneKind, Posting

BETWEEN_VALUES = " ; "


def flatten_contact(contact: Contact, posting: Posting | None) -> dict[str, str]:
    """Give the columns that have a text, for a contact at one posting.

    `phone` and `ext` pair by position; the extension on the office's switchboard comes first, with
    an empty place for its number. `internal` names the internal values; `verified_on` is a day
    where all public values have the same.
    """
    office_phones = _public(contact, PhoneKind.OFFICE)
    numbers = [phone.number.display for phone in office_phones]
    extensions = [phone.number.extension or "" for phone in office_phones]
    if posting and posting.extension:
        numbers, extensions = ["", *numbers], [posting.extension, *extensions]
    texts = {
        "office": posting.office if posting else "",
        "name": contact.name,
        "title": contact.title or "",
        "email": _joined([str(email.address) for email in contact.emails if email.public]),
        "phone": _joined(numbers),
        "ext": _joined(extensions),
        "key": contact.key,
        "kind": str(contact.kind),
        "given_name": contact.given_name or "",
        "family_name": contact.family_name or "",
        **{
            str(kind): _joined([str(phone.number) for phone in _public(contact, kind)])
            for kind in PhoneKind
            if kind is not PhoneKind.OFFICE
        },
        "languages": _joined(contact.languages),
        "topics": _joined(contact.topics),
        "internal": _joined(
            [
                *(str(email.address) for email in contact.emails if not email.public),
                *(str(phone.number) for phone in contact.phones if not phone.public),
            ]
        ),
        "note": contact.note or "",
        "left_on": contact.left_on.isoformat() if contact.left_on else "",
        "successor": contact.successor or "",
        "verified_on": _verified_on(contact),
        "unlisted": "yes" if contact.unlisted else "",
        **{f"title_{language}": title for language, title in contact.titles.items()},
        **(flatten_posting(posting) if posting else {}),
    }
    return {column: text for column, text in texts.items() if text}


def flatten_office(office: Office) -> dict[str, str]:
    """Give the columns that have a text, for an office."""
    plan = office.extension_plan
    texts = {
        "name": office.name,
        "country": office.country,
        "code": office.code,
        "organization": office.organization,
        "city": office.city,
        "language": office.language,
        "timezone": office.timezone,
        "switchboard": office.switchboard.display if office.switchboard else None,
        "extension_digits": plan.digits if plan else None,
        "extension_range": plan.range if plan else None,
        "reports_to": office.reports_to,
        **{f"name_{language}": name for language, name in office.names.items()},
    }
    return {column: text for column, text in texts.items() if text}


def flatten_posting(posting: Posting) -> dict[str, str]:
    """Give rank, days and title of a posting; its extension stands among those of the numbers."""
    return {
        "rank": "" if posting.rank is None else str(posting.rank),
        "from": posting.starts_on.isoformat() if posting.starts_on else "",
        "until": posting.ends_on.isoformat() if posting.ends_on else "",
        "posting_title": posting.title or "",
    }


def _verified_on(contact: Contact) -> str:
    """Give the day on which all public values were verified; empty where they differ."""
    days = {email.verified_on for email in contact.emails if email.public}
    days |= {phone.verified_on for phone in contact.phones if phone.public}
    day = days.pop() if len(days) == 1 else None
    return day.isoformat() if day else ""


def _public(contact: Contact, kind: PhoneKind) -> list[Phone]:
    return [phone for phone in contact.phones if phone.kind is kind and phone.public]


def _joined(values: list[str] | tuple[str, ...]) -> str:
    """Join the values of a cell; places that are empty in all of them make an empty cell."""
    return BETWEEN_VALUES.join(values).strip() if any(values) else ""
