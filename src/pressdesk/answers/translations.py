"""Texts for which an office has no translation in a language that it uses."""

from collections.abc import Iterator
from datetime import date

from pressdesk.blocks.compose import find_untranslated
from pressdesk.directory.store import Directory
from pressdesk.directory.upkeep.findings import Finding


def check_translations(directory: Directory, today: date) -> Iterator[Finding]:
    """Find titles and names that a block of an office would show in another language.

    An office uses its own language and those in which it has a name.
    """
    for office in directory.offices():
        duties = directory.on_duty(office, today) if office.names else []
        keys = {duty.contact.name: duty.contact.key for duty in duties}
        for language in office.names:
            for text in find_untranslated(duties, language):
                key = keys.get(text.whose, office.code)
                command = "contact edit" if text.field == "title" else "office edit"
                yield Finding(
                    "translations", office.code, key, text.whose, text.text,
                    f"has no {text.field} in {language}",
                    f"pressdesk {command} {key} --{text.field}-in {language}=…",
                )  # fmt: skip
