"""How releases in Russian word the block."""

from pressdesk.blocks.block import WayKind
from pressdesk.blocks.wordings import Wording

WORDING = Wording(
    language="ru",
    # Without "к": it would ask for the dative, and names are printed as they are.
    lead_in="За дополнительной информацией обращайтесь",
    labels={
        WayKind.EMAIL: "Эл. почта",
        WayKind.OFFICE: "Тел.",
        WayKind.MOBILE: "Моб.",
        WayKind.WHATSAPP: "WhatsApp",
        WayKind.SATELLITE: "Спутн. тел.",
        WayKind.FAX: "Факс",
    },
    extension="доб.",
    or_="или",
    and_="и",
    gap=": ",  # for the same reason: after a colon the nominative is right
)  # fmt: skip
