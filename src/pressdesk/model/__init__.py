"""The words of a press office as values: all frozen, all checked before they come here.

Texts are clean (values.clean_text); a missing one is None. What a draft or a row becomes is
composed elsewhere (`drafts`, `directory`). What each field is called and how its value is written
stands in `fields`, the kinds of numbers in `phone_kinds`.
"""

from pressdesk.model.contact import (
    TYPED,
    Contact,
    ContactKind,
    Duty,
    Email,
    Phone,
    Posting,
    Source,
    SourceKind,
    has_own_way,
    has_way,
)
from pressdesk.model.office import DEFAULT_LANGUAGE, Office, Shift, is_same_language, nearest_text
from pressdesk.model.phone_kinds import PhoneKind

__all__ = [
    "DEFAULT_LANGUAGE", "TYPED", "Contact", "ContactKind", "Duty", "Email", "Office", "Phone",
    "PhoneKind", "Posting", "Shift", "Source", "SourceKind", "has_own_way", "has_way",
    "is_same_language", "nearest_text",
]  # fmt: skip
