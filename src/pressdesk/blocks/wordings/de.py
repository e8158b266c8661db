"""How releases in German word the block."""

from pressdesk.blocks.block import WayKind
from pressdesk.blocks.wordings import Wording

WORDING = Wording(
    language="de",
    lead_in="Für weitere Informationen wenden Sie sich bitte an",
    labels={
        WayKind.EMAIL: "E-Mail",
        WayKind.OFFICE: "Tel.",
        WayKind.MOBILE: "Mobil",
        WayKind.WHATSAPP: "WhatsApp",
        WayKind.SATELLITE: "Satellitentelefon",  # "Satellit" alone is the thing in the sky
        WayKind.FAX: "Fax",
    },
    extension="Durchwahl",
    or_="oder",
    and_="und",
)  # fmt: skip
