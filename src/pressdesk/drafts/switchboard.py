"""Numbers of a draft that ring on a switchboard: their extension is the posting's, never copied."""

from pressdesk.drafts.contact_draft import ContactDraft
from pressdesk.drafts.ways import Reading
from pressdesk.errors import InvalidValueError
from pressdesk.model import Contact, Office, PhoneKind
from pressdesk.values.extension import parse_extension
from pressdesk.values.phone_number import PhoneNumber

# So many digits tell a number apart well enough to be worth reading.
_TELLING = 6


def hang_on_switchboard(
    draft: ContactDraft, office: Office, contact: Contact, reading: Reading
) -> ContactDraft:
    """Take an extension behind the number of the office's switchboard for one on it.

    Other programs know no switchboards: they write its number out with each extension, and so do
    people. contact: as stored; a number that is the contact's own stays so. A draft whose extension
    is on the switchboard already, or that has two there, is given back as it is.
    """
    texts = list(draft.phones.get(PhoneKind.OFFICE) or ())
    if office.switchboard is None or not texts:
        return draft
    extensions = [*(draft.extensions or ()), *[""] * len(texts)][: max(len(texts), 1)]
    found: dict[int, str] = {}
    for place, (text, extension) in enumerate(zip(texts, extensions, strict=True)):
        if not text.strip() and extension.strip():
            return draft
        if digits := _extension_on(office.switchboard, text, extension, reading):
            found[place] = digits
    own = {(one.number.e164, one.number.extension) for one in contact.phones}
    if len(found) != 1 or (office.switchboard.e164, *found.values()) in own:
        return draft
    ((place, digits),) = found.items()
    numbers = ["", *texts[:place], *texts[place + 1 :]]
    paired = [digits, *extensions[:place], *extensions[place + 1 :]]
    # Without another number nothing is said of the contact's own ones.
    phones = dict(draft.phones)
    if len(numbers) > 1:
        phones[PhoneKind.OFFICE] = numbers
    else:
        del phones[PhoneKind.OFFICE]
    return draft._replace(phones=phones, extensions=paired)


def _extension_on(
    switchboard: PhoneNumber, text: str, extension: str, reading: Reading
) -> str | None:
    """Return the extension of a number if it is one on the switchboard; None for any other text."""
    if switchboard.e164[-_TELLING:] not in "".join(filter(str.isdigit, text)):
        return None
    try:
        number = reading.phone(text)
        digits = parse_extension(extension) if extension.strip() else number.extension
    except InvalidValueError:  # whoever reads the draft will say so
        return None
    return digits if number.e164 == switchboard.e164 else None
