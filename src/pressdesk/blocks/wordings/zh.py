"""How releases in Chinese word the block."""

from pressdesk.blocks.block import WayKind
from pressdesk.blocks.wordings import Wording

# What is printed is in simplified characters; what is read is in traditional ones too.
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
    or_="或",
    and_="和",
    covers=("zh", "zh-Hans", "zh-CN", "zh-SG", "zh-Hans-CN", "zh-Hans-SG"),
    # Full-width marks bring their own room: no space stands beside them.
    colon="：",
    comma="，",
    semicolon="；",
    gap="：",
    space="",
    at="（{office}）",
    aside="（{title}）",
)  # fmt: skip
