"""Whom a row of contacts means, and what must be asked to know it."""

from collections.abc import Collection
from functools import partial
from itertools import chain
from typing import NamedTuple

from pressdesk.directory.editor import DirectoryEditor
from pressdesk.directory.who.identity import Identity, Particulars, identify_row
from pressdesk.directory.who.lookups import Questions
from pressdesk.drafts.contact_draft import ContactDraft
from pressdesk.drafts.ways import Reading, pair_extensions
from pressdesk.errors import InvalidValueError
from pressdesk.importing.values import Values, email_texts, number_texts
from pressdesk.model import Office, PhoneKind
from pressdesk.text.folding import slug
from pressdesk.values.names import fold_name
from pressdesk.values.phone_number import Number


class Rules(NamedTuple):
    """By which rows are held against who is stored; see identity.identify_row."""

    named_keys: Collection[str] = ()
    same_name_is_same: bool = False


def identify(
    editor: DirectoryEditor,
    draft: ContactDraft,
    office: Office | None,
    reading: Reading,
    rules: Rules,
) -> Identity:
    """Find the stored contact that a row means; raise InvalidValueError where that is open."""
    row = Particulars(
        draft.name or "",
        [reading.email(text).folded for text in draft.emails or ()],
        partial(_numbers_of, draft, office, reading),
        draft.key,
        (office.code,) if office else (),
    )
    identity = identify_row(editor.lookups, row, **rules._asdict())
    if identity.candidates and office:
        keys = ", ".join(candidate.key for candidate in identity.candidates)
        reason = f"several at {office.name} have it ({keys})"
        raise InvalidValueError("name", row.name, reason, "give the key")
    if identity.is_doubtful and identity.contact:
        name, key = identity.contact.name, identity.contact.key
        raise InvalidValueError(
            "key",
            key,
            f"{name} has it, and this row has another name and another address or number",
            f"if {name} is meant, change the name first with `pressdesk contact edit {key} "
            "--name`; if it is another program's number, call the column otherwise",
        )
    return identity


def add_questions(
    questions: Questions,
    draft: ContactDraft,
    office: Office | None,
    values: Values,
    region: str | None,
) -> None:
    """Add what the row of a draft will ask for: who it is, and who has, or had, its values.

    region: of its numbers without "+".
    """
    emails, phones = values.emails, values.phones[region]
    name, addresses = draft.name or "", draft.emails or ()
    questions.keys.add(draft.key or slug(name))
    if office:
        questions.names.add((fold_name(name), office.code))
    questions.emails.update(emails[text].folded for text in addresses if text in emails)
    if office and office.switchboard and draft.extensions:
        number = office.switchboard.e164
        questions.numbers.update((number, text) for text in draft.extensions if text.isdigit())
        questions.former.add(number)
    said = (*addresses, *email_texts(draft.internal))
    questions.former.update(emails[text].folded for text in said if text in emails)
    numbers = (*chain(*draft.phones.values()), *number_texts(draft.internal))
    questions.former.update(phones[text].e164 for text in numbers if text in phones)


def _numbers_of(draft: ContactDraft, office: Office | None, reading: Reading) -> set[Number]:
    """Read the numbers of a row, with that on the switchboard of its office."""
    texts = draft.phones.get(PhoneKind.OFFICE) or ()
    paired = pair_extensions(texts, draft.extensions or (), reading)
    numbers = {number.identity for number in paired.numbers}
    if paired.switchboard_extension and office and office.switchboard:
        numbers.add((office.switchboard.e164, paired.switchboard_extension))
    for kind, others in draft.phones.items():
        if kind is not PhoneKind.OFFICE:
            read = [reading.phone(text, kind) for text in others if text.strip()]
            numbers |= {number.identity for number in read}
    return numbers
