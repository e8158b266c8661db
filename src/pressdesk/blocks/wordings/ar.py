"""How releases in Arabic word the block."""

from pressdesk.blocks.block import WayKind
from pressdesk.blocks.wordings import Wording

WORDING = Wording(
    language="ar",
    # "مع" is a word of its own; "بـ" would have to be joined to the name in the next line.
    lead_in="للمزيد من المعلومات، يرجى التواصل مع",
    labels={
        WayKind.EMAIL: "البريد الإلكتروني",
        WayKind.OFFICE: "هاتف",
        WayKind.MOBILE: "جوال",
        WayKind.WHATSAPP: "واتساب",
        WayKind.SATELLITE: "هاتف فضائي",
        WayKind.FAX: "فاكس",
    },
    extension="تحويلة",
    or_="أو",
    and_="و",
    comma="، ",
    semicolon="؛ ",
    is_rtl=True,
)  # fmt: skip
