"""The report of a harvest: lines as they come, or all at the end where the format needs it."""

from pressdesk.cli.screen import output
from pressdesk.harvest.evidence import Evidence, Status

_COLUMNS = ("status", "contact", "reached by", "where")
_CSV_COLUMNS = (
    "file", "line", "status", "name", "title", "office", "organization", "email", "phone", "kind",
    "language", "lead_in", "date", "confidence", "problems",
)  # fmt: skip


class Report:
    """A report in one format: table, jsonl, json or csv.

    unread: how many numbers of what is new cannot be read.
    """

    def __init__(self, form: str) -> None:
        self._form = form
        self._kept: list[Evidence] = []
        self.unread = 0

    def write(self, evidence: Evidence) -> None:
        """Take a piece of evidence; JSON Lines are written at once."""
        if evidence.status in {Status.NEW, Status.CHANGED}:
            self.unread += sum(phone.number is None for phone in evidence.contact.phones)
        if self._form == "jsonl":
            output.write_json_lines([evidence.as_data()])
        else:
            self._kept.append(evidence)

    def end(self) -> None:
        """Write what waited for the end."""
        if self._form == "json":
            output.write_json([evidence.as_data() for evidence in self._kept])
        elif self._form == "csv":
            from pressdesk.exchange.csv.writing import dump_rows

            rows = dump_rows(_CSV_COLUMNS, map(_csv_row, self._kept))
            for line in rows:
                output.write(line)
        elif self._form == "table" and self._kept:
            output.write_table(
                _COLUMNS, [_table_row(evidence) for evidence in self._kept], full=True
            )
            for evidence in self._kept:
                for sentence in evidence.sentences:
                    output.say(output.one_line(f"{evidence.file}:{evidence.line}: {sentence}"))


def _table_row(evidence: Evidence) -> list[str]:
    found = evidence.contact
    phones = (
        f"{phone.number or phone.text}{f' ext {phone.extension}' if phone.extension else ''}"
        for phone in found.phones
    )
    name = found.name or found.office or "(a desk)"
    ways = " ".join((*found.emails, *phones))
    return [str(evidence.status), name, ways, f"{evidence.file}:{evidence.line}"]


def _csv_row(evidence: Evidence) -> list[str]:
    data = evidence.as_data()
    phones = data["phones"]
    data = {
        **data,
        "email": " ; ".join(data["emails"]),
        "phone": " ; ".join(
            (phone["number"] or phone["text"])
            + (f" ext {phone['extension']}" if phone["extension"] else "")
            for phone in phones
        ),
        "kind": " ; ".join(phone["kind"] for phone in phones),
        "problems": " ; ".join(evidence.sentences),
    }
    return ["" if data[name] is None else str(data[name]) for name in _CSV_COLUMNS]
