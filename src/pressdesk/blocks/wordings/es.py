"""How releases in Spanish word the block."""

from pressdesk.blocks.block import WayKind
from pressdesk.blocks.wordings import Wording

WORDING = Wording(
    language="es",
    # "con" and not "a": understood everywhere, and no article follows it.
    lead_in="Para más información, póngase en contacto con",
    labels={
        WayKind.EMAIL: "Correo electrónico",
        WayKind.OFFICE: "Tel.",
        WayKind.MOBILE: "Móvil",
        WayKind.WHATSAPP: "WhatsApp",
        WayKind.SATELLITE: "Tel. satelital",  # "Satélite" alone is the thing in the sky
        WayKind.FAX: "Fax",
    },
    extension="ext.",
    or_="o",
    and_="y",
    or_before=("u", ("o", "ho")),  # "Ana u Óscar"
)  # fmt: skip
