"""Mails that ask offices whether what the directory holds of them is right; nothing is sent."""

from collections.abc import Iterator, Sequence
from datetime import date

from pressdesk.blocks.compose import choose_language, compose_shown, find_shown
from pressdesk.blocks.render import render_block
from pressdesk.blocks.wordings import get_wording
from pressdesk.directory.duty.choice import Rosters, Rule, judge_office
from pressdesk.exchange.mail_format import dump_mail
from pressdesk.model import Office
from pressdesk.text.visible import visible
from pressdesk.words import by_language


def compose_mails(
    offices: Sequence[Office], rosters: Rosters, day: date
) -> Iterator[tuple[str, bytes]]:
    """Yield the code of each office with its mail: to those whom it lists, in its language.

    An office without anybody whom a block could show has none.
    """
    for office in offices:
        verdicts = judge_office(office, Rule(day), rosters)
        shown = find_shown([verdict.duty for verdict in verdicts if verdict.is_on_duty])
        if not shown:
            continue
        language = choose_language([office.language])
        words = by_language("verification")[get_wording(language).language]
        say = {meaning: text for text, meaning in words.items()}
        block = compose_shown(shown, language, lead_in=say["intro"])
        people = render_block(block).split("\n", 1)[1]
        text = f"{say['intro']}\n\n{people}\n{say['ask']}\n{say['thanks']}\n"
        addresses = [str(email.address) for duty in shown for email in duty.contact.emails
                     if email.public]  # fmt: skip
        subject = f"{say['subject']}: {visible(office.name_in(language))}"
        yield office.code, dump_mail(list(dict.fromkeys(addresses)), subject, text)
