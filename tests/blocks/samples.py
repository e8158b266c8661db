"""One block in each language, such as a release there ends in; nobody and nothing in it is real.

Numbers are those that regulators keep for films, where a country has some, else of 202-555.
"""

from typing import NamedTuple

from pressdesk.blocks.block import Block, Entry, Way, WayKind
from pressdesk.blocks.wordings import get_wording
from pressdesk.text.visible import visible


class Press(NamedTuple):
    """A press office: who answers there, and by which addresses and numbers.

    first, second: a name and an address each; the first has the title. number: with its extension
    for each of them.
    """

    office: str
    country: str
    first: tuple[str, str]
    title: str
    second: tuple[str, str]
    number: str = "+1 202 555 0123"
    mobile: str = "+1 202 555 0147"


OFFICES = {
    "ar": Press(
        "مؤسسة المنارة تونس", "TN",
        ("ليلى بن صالح", "l.bensalah@almanara.example"), "مسؤولة الإعلام",
        ("سامي الوردي", "press@almanara.example"),
    ),
    "de": Press(
        "Stiftung Leuchtturm Berlin", "DE",
        ("Anke Birkenfeld", "birkenfeld@leuchtturm.example"), "Pressesprecherin",
        ("Jörg Tannhof", "presse@leuchttürme.example"),
        "+49 30 23125123", "+49 171 3920012",
    ),
    "en": Press(
        "Lighthouse Trust London", "GB",
        ("Nora Whitcombe", "nora.whitcombe@lighthouse.example"), "Head of Media",
        ("Owen O’Dell", "press+london@lighthouse.example"),
        "+44 20 7946 0958",
    ),
    "es": Press(
        "Fundación El Faro Washington", "US",
        ("Inés Robledo Luna", "irobledo@elfaro.example"), "Jefa de prensa",
        ("Tomás Arriaga", "prensa@elfaro.example"),
    ),
    "fr": Press(
        "Fondation Le Phare Paris", "FR",
        ("Zoé Delacourcelle", "z.delacourcelle@lephare.example"), "Attachée de presse",
        ("Émile Rochebrune", "presse@lephare.example"),
        "+33 1 99 00 12 34",
    ),
    "it": Press(
        "Fondazione Il Faro Roma", "IT",
        ("Giulia Montechiaro", "montechiaro@ilfaro.example"), "Responsabile stampa",
        ("Dario Belcolle", "stampa@ilfaro.example"),
    ),
    "pt": Press(
        "Fundação Farol Lisboa", "PT",
        ("João Serralva", "serralva@farol.example"), "Assessor de imprensa",
        ("Inês Campo Belo", "imprensa@farol.example"),
    ),
    "ru": Press(
        "Фонд «Маяк»", "RU",
        ("Анна Озёрная", "ozernaya@mayak.example"), "Пресс-секретарь",
        ("Пётр Лесовой", "press@mayak.example"),
    ),
    "zh": Press(
        "灯塔基金会日内瓦办事处", "CH",
        ("林晓燕", "lin.xiaoyan@dengta.example"), "新闻官",
        ("陈明远", "press@dengta.example"),
    ),
}  # fmt: skip


def sample_block(language: str) -> Block:
    """Give the block of a language: two people at one office, and every kind of way."""
    press = OFFICES[language]
    first, second = press.first, press.second
    ways = (
        Way(WayKind.EMAIL, first[1]),
        Way(WayKind.OFFICE, press.number, "230"),
        Way(WayKind.MOBILE, press.mobile),
        Way(WayKind.WHATSAPP, press.mobile),
        Way(WayKind.SATELLITE, "+1 202 555 0166"),
        Way(WayKind.FAX, "+1 202 555 0188"),
    )
    entries = (
        Entry(first[0], press.title, press.office, ways, press.country),
        Entry(
            second[0],
            None,
            press.office,
            (Way(WayKind.EMAIL, second[1]), Way(WayKind.OFFICE, press.number, "0231")),
            press.country,
        ),
    )
    return Block(get_wording(language).lead_in, entries, language)


def composed(block: Block) -> Block:
    """Give a block as compose_block would: what no page can hold is written out.

    Controls, lone surrogates and code points that are no characters never come into a block
    (`visible`); line ends stay here, for a block that somebody made by hand.
    """
    entries = (
        Entry(
            _shown(entry.name),
            entry.title and _shown(entry.title),
            entry.office and _shown(entry.office),
            tuple(map(_composed_way, entry.ways)),
            entry.country,
        )
        for entry in block.entries
    )
    return Block(_shown(block.lead_in), tuple(entries), block.language)


def _composed_way(way: Way) -> Way:
    return Way(way.kind, _shown(way.text), way.extension and _shown(way.extension))


def _shown(text: str) -> str:
    return "\n".join(map(visible, text.split("\n")))
