"""Addresses for mail programs: bare, and as the address queries of mutt and aerc read them.

One line for each public address: `address<TAB>name<TAB>title, office`. mutt skips the first line
and shows it as a message; aerc reads none. mutt pastes a name unescaped between quotation marks.
"""

from collections.abc import Iterable, Iterator

from pressdesk.exchange.lines import Line

AERC_LINES = 100


def email_lines(lines: Iterable[Line]) -> Iterator[str]:
    """Yield bare addresses, each once."""
    yield from dict.fromkeys(address for line in lines for address in line.emails)


def query_lines(lines: Iterable[Line]) -> Iterator[str]:
    """Yield the lines of an address query, each address once, without a first line."""
    seen = set()
    for line in lines:
        for address in line.emails:
            if address not in seen:
                seen.add(address)
                remark = ", ".join(filter(None, (line.title, line.office and line.office.name)))
                yield "\t".join(map(_pasteable, (address, line.contact.name, remark)))


def _pasteable(text: str) -> str:
    return " ".join(text.replace('"', "'").split())
