"""How releases in Portuguese word the block."""

from pressdesk.blocks.block import WayKind
from pressdesk.blocks.wordings import Wording

WORDING = Wording(
    language="pt",
    lead_in="Para mais informações, entre em contato com",
    labels={
        WayKind.EMAIL: "E-mail",
        WayKind.OFFICE: "Tel.",
        WayKind.MOBILE: "Celular",
        WayKind.WHATSAPP: "WhatsApp",
        WayKind.SATELLITE: "Satélite",
        WayKind.FAX: "Fax",
    },
    extension="ramal",
)
