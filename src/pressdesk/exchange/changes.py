"""What changed of an office or a contact, field by field, as texts."""

from pressdesk.exchange.flat_record import flatten_contact, flatten_office, flatten_posting
from pressdesk.exchange.report import Change, find_changes
from pressdesk.model import Contact, Office


def whole_changes(
    before: Contact | Office | None, after: Contact | Office | None
) -> tuple[Change, ...]:
    """Return the fields that differ; None: there was none, or is none any more."""
    return find_changes(whole_texts(before), whole_texts(after))


def whole_texts(owner: Contact | Office | None) -> dict[str, str]:
    """Return all texts of an office or a contact; each posting is one."""
    if owner is None:
        return {}
    if isinstance(owner, Office):
        shifts = [f"{shift.contact} {shift.starts_on} to {shift.ends_on}" for shift in owner.rota]
        return flatten_office(owner) | ({"rota": "; ".join(shifts)} if shifts else {})
    texts = flatten_contact(owner, None)
    for posting in owner.postings:
        own = {column: text for column, text in flatten_posting(posting).items() if text}
        name = f"posted to {own.pop('office')}"
        said = ", ".join(f"{column} {text}" for column, text in own.items()) or "yes"
        texts[name] = f"{texts[name]}; {said}" if name in texts else said
    if owner.former_keys:
        texts["former keys"] = ", ".join(owner.former_keys)
    return texts
