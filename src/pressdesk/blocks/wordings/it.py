"""How releases in Italian word the block."""

from pressdesk.blocks.block import WayKind
from pressdesk.blocks.wordings import Wording

WORDING = Wording(
    language="it",
    lead_in="Per ulteriori informazioni contattare",
    labels={
        WayKind.EMAIL: "E-mail",
        WayKind.OFFICE: "Tel.",
        WayKind.MOBILE: "Cellulare",
        WayKind.WHATSAPP: "WhatsApp",
        WayKind.SATELLITE: "Satellitare",
        WayKind.FAX: "Fax",
    },
    extension="int.",
    or_="o",
    and_="e",
)  # fmt: skip
