"""How releases in Arabic word the block."""

from pressdesk.blocks.block import WayKind
from pressdesk.blocks.wordings import Wording

WORDING = Wording(
    language="ar",
    lead_in="للمزيد من المعلومات، يرجى الاتصال بـ",
    labels={
        WayKind.EMAIL: "البريد الإلكتروني",
        WayKind.OFFICE: "هاتف",
        WayKind.MOBILE: "جوال",
        WayKind.WHATSAPP: "واتساب",
        WayKind.SATELLITE: "هاتف فضائي",
        WayKind.FAX: "فاكس",
    },
    extension="تحويلة",
    is_rtl=True,
)
