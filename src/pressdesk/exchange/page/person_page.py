"""All that is held about one person as an HTML page, to be handed over or printed."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

_STYLE = (
    "body{font:16px/1.5 sans-serif;max-width:50em;margin:2em auto;padding:0 1em}"
    "table{border-collapse:collapse;width:100%}"
    "th,td{text-align:start;vertical-align:top;padding:.2em .8em .2em 0;"
    "border-bottom:1px solid #ccc;overflow-wrap:anywhere}"
)


def render_person_page(
    title: str, sections: Iterable[tuple[str, Sequence[Sequence[str]]]]
) -> Iterator[str]:
    """Yield the page in pieces; sections: a heading, and rows of texts under it."""
    yield (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        f"style-src 'unsafe-inline'\">\n<title>{escape(title)}</title>\n"
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{escape(title)}</h1>\n"
    )
    for heading, rows in sections:
        if rows:
            yield f"<h2>{escape(heading)}</h2>\n<table>\n"
            for first, *rest in rows:
                cells = "".join(f"<td><bdi>{escape(text)}</bdi></td>" for text in rest)
                yield f'<tr><th scope="row">{escape(first)}</th>{cells}</tr>\n'
            yield "</table>\n"
    yield "</body>\n</html>\n"
