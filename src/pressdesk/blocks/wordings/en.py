"""How releases in English word the block."""

from pressdesk.blocks.block import WayKind
from pressdesk.blocks.wordings import Wording

WORDING = Wording(
    language="en",
    lead_in="For more information please contact",
    labels={
        WayKind.EMAIL: "Email",
        WayKind.OFFICE: "Tel",
        WayKind.MOBILE: "Mobile",
        WayKind.WHATSAPP: "WhatsApp",
        WayKind.SATELLITE: "Satellite",
        WayKind.FAX: "Fax",
    },
    extension="ext",
    or_="or",
    and_="and",
    at=" at {office}",
)  # fmt: skip
