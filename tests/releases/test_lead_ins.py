"""Whatever phrase people open a block with, it is read: in a line, a sentence, or over a card."""

import pytest

from pressdesk.releases.typed.leftover import find_lost_text
from pressdesk.releases.typed.recognition import find_typed_blocks

HEADINGS = (
    "Contact", "Contacts", "Contact name", "Press contact", "Media contact", "Media contacts",
    "IOM's media contact", "Media enquiries", "Media inquiries", "Media comment",
    "Media comments", "Enquiries", "Inquiries", "Further enquiries", "Further inquiries",
    "Further information", "Further comment", "More information", "Investor relations contacts",
    "Phones", "Contact presse", "Contact pour les médias", "Personne-ressource pour les médias",
    "Informations complémentaires", "Contacto de prensa", "Contacto para medios",
    "Para más información", "Contato para a imprensa", "Contacto para a imprensa",
    "Informações de contato", "Pressekontakt", "Pressekontakte", "Kontakt", "Pressestelle",
    "Pressereferat", "Ansprechpartner", "Ihr Ansprechpartner", "Ansprechpartnerin",
    "Ihre Ansprechpartnerin", "Ihr Ansprechpartner für Pressefragen", "Adresse für Rückfragen",
    "Quelle und Kontaktadresse", "Herausgeber", "Weitere Informationen", "Contatti stampa",
    "Informazioni per contattarci", "Contactinformatie", "Kontaktinformation", "Yhteystiedot",
    "Контактная информация", "معلومات الاتصال", "للمزيد من المعلومات", "联系信息", "連絡先について",
    "For interviews", "For interview", "Available for comment", "For more information",
    "For further information",
)  # fmt: skip
SENTENCES = (
    "For more information, please contact", "For more information contact",
    "For further information, please contact", "For more information call",
    "For more information phone", "For further information on the project, contact",
    "For further information/comment",
    "For further information and for media interviews, please contact",
    "For further information, or interview opportunities, contact",
    "For more information and to arrange interviews, please contact", "For further comment",
    "For further comments or queries please contact", "For media enquiries",
    "For media inquiries phone", "Media enquiries, contact",
    "Media inquiries for IOM can be addressed to", "Any queries should be directed to",
    "Further details about media issues can be obtained from", "For interviews",
    "Available for comment", "Pour plus d'informations sur le projet, veuillez contacter",
    "Para más información", "Para mais informações sobre o projeto, entre em contato com",
    "Για περισσότερες πληροφορίες, παρακαλούμε", "За дополнительной информацией обращайтесь к",
    "За дополнителни информации Ве молиме обратете се до", "للمزيد من المعلومات",
)  # fmt: skip
AROUND = (
    "{} is available for interview on +1 202 862 1826 ext 230.",
    "{}, IOM Washington DC, is available for interviews on +1 202 862 1826 ext 230.",
    "Für Rückfragen steht Ihnen {}, IOM Genf, Tel. +1 202 862 1826 ext 230, zur Verfügung.",
    "Für Fragen steht Ihnen Frau {} unter +1 202 862 1826 ext 230 gern zur Verfügung.",
)
NAME = "Maria G. Moreno"
CARD = f"{NAME}\nIOM Washington DC\nTel: +1 202 862 1826 ext 230\nEmail: mgmoreno@iom.int"
LINE = f"{NAME}, IOM Washington DC, tel. +1 202 862 1826 ext 230, mgmoreno@iom.int"


def is_read(text: str) -> bool:
    """Ask whether a text is found as the one block of a release, with the one person it names."""
    lines = text.split("\n")
    found = find_typed_blocks(["Ships sail.", "", *lines, "", "Ends"])
    if len(found.blocks) != 1 or found.doubtful:
        return False
    (block,) = found.blocks
    names = [entry.name for entry in block.block.entries]
    extensions = [way.extension for entry in block.block.entries for way in entry.ways]
    whole = (2, 1 + len(lines))
    if find_lost_text(f"{text}\n") is not None:  # then `append` would not replace it
        return False
    return (block.first, block.last) == whole and names == [NAME] and "230" in extensions


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("colon", ["", ":", " :"])
def test_a_card_below_a_heading(heading: str, colon: str) -> None:
    """With a colon and without."""
    assert is_read(f"{heading}{colon}\n{CARD}")
    assert is_read(f"{heading.upper()}{colon}\n{CARD}")


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_line_behind_a_heading(heading: str) -> None:
    """The colon parts them."""
    assert is_read(f"{heading}: {LINE}")


@pytest.mark.parametrize("lead_in", SENTENCES)
def test_a_sentence(lead_in: str) -> None:
    """With a colon and without; people below it too."""
    assert is_read(f"{lead_in} {LINE}.")
    assert is_read(f"{lead_in}: {LINE}.")
    assert is_read(f"{lead_in}:\n{CARD}")


@pytest.mark.parametrize("sentence", AROUND)
def test_a_sentence_around_the_name(sentence: str) -> None:
    """The phrase stands behind it, or on both sides."""
    assert is_read(sentence.format(NAME))


@pytest.mark.parametrize(
    "text",
    [
        "For more information, visit https://iom.int/reports/2026112411.",
        "Para más información, visite https://iom.int/reports/2026112411.",
        "More information on the port: https://iom.int/reports/2026112411",
        "The captain is available for interview on Tuesday, 24 November 2026.",
        "Media contacts were made on the way to the port, which took 11 hours.",
    ],
)
def test_other_text_is_no_block(text: str) -> None:
    """Nor is it doubted: what stands below "About" belongs to nobody here."""
    found = find_typed_blocks(["A", "", text, "", "About Harbour Relief", "+1 202 862 1826"])
    assert (found.blocks, found.doubtful) == ((), ())
