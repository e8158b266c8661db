"""Releases of every format with values planted in every kind of place, and what they become.

What is expected is the same release with the new values planted: nothing of the code under test
makes it.
"""

import io
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn


class Planted(NamedTuple):
    """A number in two parts that are told apart by their groups, and an address.

    groups: of the national number. code: of the country. trunk: before it within the country.
    """

    groups: tuple[str, ...]
    extension: str
    email: str
    code: str = "41"
    trunk: str = "0"

    @property
    def e164(self) -> str:
        """The number as it is stored."""
        return f"+{self.code}{''.join(self.groups)}"


OLD = Planted(("22", "501", "01", "00"), "4101", "old.desk@meridian.example")
NEW = Planted(("22", "555", "09", "37"), "7788", "new.desk@meridian.example")


def _arabic(text: str) -> str:
    return text.translate({ord("0") + place: 0x660 + place for place in range(10)})


# How a number is written; those without the country's code need its country to be known.
NUMBERS: Mapping[str, Callable[[Planted], str]] = {
    "international": lambda one: f"+{one.code} {' '.join(one.groups)}",
    "hyphens": lambda one: f"+{one.code}-{'-'.join(one.groups)}",
    "dots": lambda one: f"+{one.code}.{'.'.join(one.groups)}",
    "no separators": lambda one: one.e164,
    "double zero": lambda one: f"00{one.code} {' '.join(one.groups)}",
    "trunk zero in brackets": lambda one: f"+{one.code} (0){' '.join(one.groups)}",
    "national": lambda one: f"{one.trunk}{' '.join(one.groups)}",
    "area in brackets": lambda one: f"({one.trunk}{one.groups[0]}) {' '.join(one.groups[1:])}",
    "area and slash": lambda one: f"{one.trunk}{one.groups[0]}/{' '.join(one.groups[1:])}",
    "no-break spaces": lambda one: f"+{one.code}\u00a0{chr(0xA0).join(one.groups)}",
    "en dashes": lambda one: f"+{one.code} {'–'.join(one.groups)}",
    "Arabic digits": lambda one: _arabic(f"{one.trunk}{' '.join(one.groups)}"),
}
# Words before an extension in nine languages, and signs.
EXTENSIONS: Mapping[str, str] = {
    "none": "", "en": " ext {}", "en dot": ", ext. {}", "x": " x{}", "de": " Durchwahl {}",
    "fr": ", poste {}", "es": " ext. {}", "it": " int. {}", "pt": " ramal {}", "ru": " (доб. {})",
    "zh": " 分机 {}", "ar": " تحويلة {}",
}  # fmt: skip
TEXT_PLACES = {
    "block": "For more information please contact\nAda Example\nTel: {number}\nEmail: {email}\n",
    "sentence": "You can ring Ada on {number} or write to {email}, she said.\n",
    "brackets": "The desk ({email}; {number}) is open all day.\n",
    "list": "- {email}\n- {number}\n",
    "table": "| Desk | Tel |\n| Ada | {number} | {email} |\n",
    "heading": "CALL {number}\n=====\n\n{email}\n",
    "footer": "ENDS\n\nHarbour Relief, Rue Haute 1, 1200 Geneva, Tel. {number}, {email}\n",
    "quoted": "> Ada wrote from {email}\n> and rang {number}\n",
    "link": "See mailto:{email}?subject=Ships and tel:{uri}.\n",
    "label": "Telephone number:\n{number}\nE-mail address:\n{email}\n",
}
MARKDOWN_PLACES = {
    "block": "For more information please contact  \nAda  \nTel: {number}  \nEmail: <{email}>\n",
    "sentence": "Ring **Ada** on {number} or write to _{email}_, she said.\n",
    "emphasis": "Tel: **{number}**\n\n*{email}*\n",
    "list": "- {email}\n- {number}\n",
    "table": "| Desk | Tel |\n|---|---|\n| {email} | {number} |\n",
    "heading": "## Call {number}\n\n### {email}\n",
    "link": "[Ada](mailto:{email}?subject=Ships) and [call](tel:{uri})\n",
    "autolink": "Write to <{email}> or <tel:{uri}>.\n",
    "front matter": '---\ntitle: Ships\ncontact: {email}\nphone: "{number}"\n---\n\nNews\n',
    "quote": "> Ada wrote from {email}\n> and rang {number}\n",
}
HTML_PLACES = {
    "block": "<p>For more information please contact<br>Ada<br>Tel: {number}<br>{email}</p>",
    "sentence": "<p>Ring <b>Ada</b> on <i>{number}</i> or write to {email}, she said.</p>",
    "list": "<ul><li>{email}<li>{number}</ul>",
    "table": "<table><tr><td>Ada</td><td>{number}</td><td>{email}</td></tr></table>",
    "heading": "<h2>Call {number}</h2><h3>{email}</h3>",
    "footer": "<footer>Harbour Relief, Tel. {number}<br>{email}</footer>",
    "link": '<p><a href="mailto:{email}?subject=Ships">Ada</a> <a href=\'tel:{uri}\'>call</a></p>',
    "attributes": '<p><img src="a.png" alt="Call {number}" title="{email}">'
                  '<a aria-label="{number}" href="#">x</a></p>',
    "JSON-LD": '<script type="application/ld+json">{{"@type": "Organization", "telephone": '
               '"{number}", "email": "{email}", "url": "mailto:{email}"}}</script>',
    "microdata": '<p itemscope><meta itemprop="telephone" content="{number}">'
                 '<span itemprop="email">{email}</span></p>',
    "caption": "<figure><img src=a.png><figcaption>{number}, {email}</figcaption></figure>",
}  # fmt: skip
WORD_PLACES = ("paragraph", "runs", "table", "list", "heading", "header", "footer", "break", "link",
               "field", "text box", "deleted")  # fmt: skip
# What is no mention, though the old values stand in it.
HIDDEN = {
    "text": "",
    "markdown": "\n<!-- {number} {email} -->\n",
    "html": "<!-- {number} --><script>var a = '{email}';</script>"
            '<p style="display:none">{number}</p>',
}  # fmt: skip
PLACES = {"text": TEXT_PLACES, "markdown": MARKDOWN_PLACES, "html": HTML_PLACES}
SUFFIXES = {"text": "txt", "markdown": "md", "html": "html", "docx": "docx"}


def written(one: Planted, number: str, extension: str) -> dict[str, str]:
    """Return the values in some form, as the templates name them."""
    behind = EXTENSIONS[extension].format(one.extension)
    uri = f"+{one.code}-{'-'.join(one.groups)}" + (f";ext={one.extension}" if behind else "")
    return {"number": NUMBERS[number](one) + behind, "email": one.email, "uri": uri}


def text_release(form: str, place: str, one: Planted, number: str, extension: str) -> bytes:
    """Return a release in text, Markdown or HTML with values in one kind of place.

    The hidden places keep the old values.
    """
    hidden = HIDDEN[form].format(**written(OLD, number, extension))
    shown = PLACES[form][place].format(**written(one, number, extension))
    if form == "html":
        return (
            "<!DOCTYPE html>\n<html lang=en><head><title>Ships &amp; more</title></head>\n<body>"
            f"\n<p>Five left port on 4 May 2026, case 2250101.</p>\n{shown}\n{hidden}"
            "</body></html>\n"
        ).encode()
    if place == "front matter":
        return f"{shown}\n{hidden}".encode()
    return f"Ships sail\r\n\r\nFive left port on 4 May 2026.\r\n\r\n{shown}\n{hidden}".encode()


def word_release(place: str, one: Planted, number: str, extension: str) -> bytes:
    """Return a Word document with values in one kind of place."""
    values = written(one, number, extension)
    document = docx.Document()
    document.add_paragraph("Five left port on 4 May 2026.")
    line = f"Tel: {values['number']}, {values['email']}"
    if place in {"paragraph", "list", "heading"}:
        style = {"list": "List Bullet", "heading": "Heading 2"}.get(place)
        document.add_paragraph(line, style=style)
    elif place == "runs":
        paragraph = document.add_paragraph()
        for start in range(0, len(line), 3):  # as many a run as in every other document
            paragraph.add_run(line[start : start + 3]).bold = start % 2 == 0
    elif place == "table":
        cells = document.add_table(1, 2).rows[0].cells
        cells[0].text, cells[1].text = values["number"], values["email"]
    elif place == "header":
        document.sections[0].header.paragraphs[0].text = line
    elif place == "footer":
        document.sections[0].footer.paragraphs[0].text = line
    elif place == "break":
        run = document.add_paragraph().add_run(values["number"])
        run.add_break()
        run.add_text(values["email"])
    else:
        _add_special(document, place, values, line)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def _add_special(document: object, place: str, values: dict[str, str], line: str) -> None:
    paragraph = document.add_paragraph()  # type: ignore[attr-defined]
    if place == "link":
        link = OxmlElement("w:hyperlink")
        target = f"mailto:{values['email']}"
        kind = RELATIONSHIP_TYPE.HYPERLINK
        link.set(qn("r:id"), paragraph.part.relate_to(target, kind, is_external=True))
        link.append(_run(line))
        paragraph._p.append(link)
    elif place == "field":
        for kind in ("begin", "code", "separate", "shown", "end"):
            run = _run(line) if kind == "shown" else OxmlElement("w:r")
            if kind == "code":
                code = OxmlElement("w:instrText")
                code.text = f' HYPERLINK "tel:{values["uri"]}" '
                run.append(code)
            elif kind != "shown":
                mark = OxmlElement("w:fldChar")
                mark.set(qn("w:fldCharType"), kind)
                run.append(mark)
            paragraph._p.append(run)
    elif place == "text box":
        box = OxmlElement("w:txbxContent")
        inner = OxmlElement("w:p")
        inner.append(_run(line))
        box.append(inner)
        holder, run = OxmlElement("w:pict"), OxmlElement("w:r")
        holder.append(box)
        run.append(holder)
        paragraph._p.append(run)
    else:
        deleted = OxmlElement("w:del")
        run, text = OxmlElement("w:r"), OxmlElement("w:delText")
        text.text = "+41 22 501 01 00"  # deleted: it stays as it is
        run.append(text)
        deleted.append(run)
        paragraph._p.append(deleted)
        paragraph._p.append(_run(line))


def _run(text: str) -> Any:  # noqa: ANN401  # python-docx has no types for elements
    run, shown = OxmlElement("w:r"), OxmlElement("w:t")
    shown.text = text
    shown.set(qn("xml:space"), "preserve")
    run.append(shown)
    return run


def release(form: str, place: str, one: Planted, number: str, extension: str) -> bytes:
    """Return a release of any format."""
    if form == "docx":
        return word_release(place, one, number, extension)
    return text_release(form, place, one, number, extension)


def places(form: str) -> tuple[str, ...]:
    """Return the kinds of places of a format."""
    return WORD_PLACES if form == "docx" else tuple(PLACES[form])
