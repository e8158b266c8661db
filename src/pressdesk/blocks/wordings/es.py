"""How releases in Spanish word the block."""

from pressdesk.blocks.block import WayKind
from pressdesk.blocks.wordings import Wording

WORDING = Wording(
    language="es",
    lead_in="Para más información, póngase en contacto con",
    labels={
        WayKind.EMAIL: "Correo electrónico",
        WayKind.OFFICE: "Tel.",
        WayKind.MOBILE: "Móvil",
        WayKind.WHATSAPP: "WhatsApp",
        WayKind.SATELLITE: "Satélite",
        WayKind.FAX: "Fax",
    },
    extension="ext.",
)
