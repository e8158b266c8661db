"""How releases in Portuguese word the block."""

from pressdesk.blocks.block import WayKind
from pressdesk.blocks.wordings import Wording

# What is printed is Brazilian throughout (contato, celular, ramal); what is read is European too.
WORDING = Wording(
    language="pt",
    lead_in="Para mais informações, entre em contato com",
    labels={
        WayKind.EMAIL: "E-mail",
        WayKind.OFFICE: "Tel.",
        WayKind.MOBILE: "Celular",
        WayKind.WHATSAPP: "WhatsApp",
        WayKind.SATELLITE: "Tel. via satélite",  # "Satélite" alone is the thing in the sky
        WayKind.FAX: "Fax",
    },
    extension="ramal",
    or_="ou",
    and_="e",
    covers=("pt", "pt-BR"),
)  # fmt: skip
