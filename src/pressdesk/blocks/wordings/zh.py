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
    lead_ins=(
        "如需了解更多信息，请联系",
        "如需进一步信息，请联系",
        "如欲了解更多信息，请联系",
        "如欲获得更多信息，请联系",
        "欲了解更多信息，请联系",
        "了解更多信息，请联系",
        "更多信息，请联系",
        "更多信息请联系",
        "详情请联系",
        "如有疑问，请联系",
        "如有垂询，请联系",
        "媒体垂询，请联系",
        "媒体垂询请联系",
        "媒体查询，请联系",
        "如需采访，请联系",
        "采访请联系",
        "如需更多資訊，請聯絡",
        "如欲了解更多資訊，請聯絡",
        "更多資訊，請聯絡",
        "如有查詢，請聯絡",
        "如有垂詢，請聯絡",
        "媒體查詢，請聯絡",
        "傳媒查詢，請聯絡",
    ),
    headings=(
        "联系信息", "联系方式", "联系人", "联络人", "联络方式", "媒体联系", "媒体联系人",
        "媒体联系方式", "媒体联络", "媒体联络人", "新闻联系人", "新闻联络人", "媒体垂询",
        "媒体查询", "媒体咨询", "更多信息", "如需更多信息",
        "聯絡資訊", "聯絡方式", "聯絡人", "媒體聯絡", "媒體聯絡人", "新聞聯絡人", "媒體查詢",
        "傳媒查詢", "傳媒聯絡", "詳情查詢", "更多資訊",
        "新聞稿聯絡人", "本新聞稿聯絡人", "本新聞稿發言人", "承辦單位", "承辦單位聯絡人",  # Taiwan
    ),
    # No 微信: WeChat is another service than WhatsApp.
    other_labels={
        WayKind.EMAIL: (
            "电子邮箱", "邮箱", "邮件", "电邮", "電子郵件", "電子信箱", "電子郵件信箱", "電郵",
            "Email", "E-mail",
        ),
        WayKind.OFFICE: (
            "联系电话", "联络电话", "办公电话", "固定电话", "座机", "总机", "電話", "聯絡電話",
            "總機", "Tel", "Tel.", "T",
        ),
        WayKind.MOBILE: (
            "移动电话", "手机号", "手机号码", "手機", "行動電話", "流動電話", "Mobile", "M",
        ),
        WayKind.WHATSAPP: ("Whats App", "WA"),
        WayKind.SATELLITE: ("卫星手机", "衛星電話", "海事卫星", "Thuraya", "Iridium"),
        WayKind.FAX: ("传真号码", "傳真", "Fax", "F"),
    },
    other_extensions=("分机号", "转", "内线", "分機", "轉", "內線", "ext."),
    # No prefixes: 先生, 女士 and 博士 stand behind the name.
    end_marks=("完", "（完）", "(完)", "-完-", "- 完 -", "– 完 –", "—完—", "全文完"),
    notes=("致编辑", "编辑须知", "致編輯", "編輯須知", "关于我们"),
    about=("关于", "關於"),
)  # fmt: skip
