"""Forgetting old states: the history before a moment goes, what `check` knows by it stays."""

from pressdesk.directory.editor import DirectoryEditor

_OLD = "SELECT id FROM operation WHERE at < ?"
# Former values, and what was taken back, name their operations.
_NEEDED = """SELECT id FROM operation WHERE sequence IN (SELECT operation FROM former)
UNION SELECT undoes FROM operation WHERE undoes IS NOT NULL UNION SELECT operation_id FROM change"""


def forget_before(editor: DirectoryEditor, moment: str) -> int:
    """Delete the records of changes before a moment (UTC, ISO 8601); return how many.

    Former values stay. `clean_pages` must follow when it is stored.
    """
    connection = editor.connection
    connection.execute("PRAGMA secure_delete=ON")
    count = connection.execute(
        f"DELETE FROM change WHERE operation_id IN ({_OLD})",  # noqa: S608  # statements of ours
        (moment,),
    ).rowcount
    if count:
        editor.begin()
        while connection.execute(
            f"DELETE FROM operation WHERE at < ? AND id NOT IN ({_NEEDED})",  # noqa: S608  # as above
            (moment,),
        ).rowcount:
            pass  # one that took another back goes before that one can
    return int(count)
