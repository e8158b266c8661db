"""How releases in French word the block."""

from pressdesk.blocks.block import WayKind
from pressdesk.blocks.wordings import Wording

WORDING = Wording(
    language="fr",
    lead_in="Pour plus d’informations, veuillez contacter",
    labels={
        WayKind.EMAIL: "E-mail",
        WayKind.OFFICE: "Tél.",
        WayKind.MOBILE: "Mobile",
        WayKind.WHATSAPP: "WhatsApp",
        WayKind.SATELLITE: "Satellite",
        WayKind.FAX: "Fax",
    },
    extension="poste",
    or_="ou",
    and_="et",
    # A space that does not break stands before both in French.
    colon="\u00a0: ",
    semicolon="\u00a0; ",
)  # fmt: skip
