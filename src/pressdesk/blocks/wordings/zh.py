"""How releases in Chinese word the block."""

from pressdesk.blocks.block import WayKind
from pressdesk.blocks.wordings import Wording

WORDING = Wording(
    language="zh",
    lead_in="如需更多信息，请联系",
    labels={
        WayKind.EMAIL: "电子邮件",
        WayKind.OFFICE: "电话",
        WayKind.MOBILE: "手机",
        WayKind.WHATSAPP: "WhatsApp",
        WayKind.SATELLITE: "卫星电话",
        WayKind.FAX: "传真",
    },
    extension="分机",
    colon="：",
)
