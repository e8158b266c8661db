"""A mail as a file (RFC 5322) that a mail program opens as a draft."""

from collections.abc import Sequence
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8


def dump_mail(addresses: Sequence[str], subject: str, text: str) -> bytes:
    """Return a mail in plain text without a sender.

    X-Unsent makes Outlook open it as one that is to be sent.
    """
    # Names of domains in other letters, too, need the newer form (RFC 6532).
    mail = EmailMessage(SMTP if all(map(str.isascii, addresses)) else SMTPUTF8)
    if addresses:
        mail["To"] = ", ".join(addresses)
    mail["Subject"] = subject
    mail["X-Unsent"] = "1"
    mail.set_content(text, cte="quoted-printable")
    return mail.as_bytes()
