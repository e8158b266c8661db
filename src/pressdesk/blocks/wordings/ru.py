"""How releases in Russian word the block."""

from pressdesk.blocks.block import WayKind
from pressdesk.blocks.wordings import Wording

WORDING = Wording(
    language="ru",
    lead_in="За дополнительной информацией обращайтесь",
    labels={
        WayKind.EMAIL: "Эл. почта",
        WayKind.OFFICE: "Тел.",
        WayKind.MOBILE: "Моб.",
        WayKind.WHATSAPP: "WhatsApp",
        WayKind.SATELLITE: "Спутниковый",
        WayKind.FAX: "Факс",
    },
    extension="доб.",
)
