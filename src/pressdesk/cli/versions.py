"""`--if-version`: a change that is based on an older state than there is now is refused."""

from pressdesk.directory.store import Directory
from pressdesk.model import Contact, Office


def refuse_older(directory: Directory, found: Contact | Office, version: int | None) -> None:
    """Raise ChangedMeanwhileError where a record has another version than the one that is meant.

    version: as --fields version gave it; None means whatever there is. The error says what was
    changed since.
    """
    if version is None or found.version == version:
        return
    # `office list` stands beside `office edit`, and imports nothing of this.
    from pressdesk.directory.history.operations import find_version
    from pressdesk.directory.tables.records import compose_office, contact_from_record
    from pressdesk.errors.directory import ChangedMeanwhileError
    from pressdesk.exchange.changes import whole_changes

    is_contact = isinstance(found, Contact)
    subject, key = ("contact", found.key) if isinstance(found, Contact) else ("office", found.code)
    record = find_version(directory.connection, subject, key, version)
    before = None
    if record:
        before = contact_from_record(record) if is_contact else compose_office(record)
    changes = whole_changes(before, found) if before else ()
    raise ChangedMeanwhileError(
        found.name,
        versions=(version, found.version),
        changes=[
            f"{change.field}: {change.old or '-'} -> {change.new or '-'}" for change in changes
        ],
    )
