"""Where the links of a block lead: to those that it shows, or to somebody else."""

from collections.abc import Iterator

from pressdesk.checking.checker import Judged
from pressdesk.checking.finding import Finding, Status
from pressdesk.releases.links import mail_address, stray_address, stray_number
from pressdesk.releases.release import FoundBlock, Release
from pressdesk.releases.seen import Link


def find_strays(
    block: FoundBlock, release: Release, judged: Judged
) -> Iterator[tuple[int, Finding]]:
    """Give links, and their lines, that lead elsewhere than they show or to nobody of the block."""
    shown = {line.strip() for line in block.text.split("\n") if line.strip()}
    emails = [email for one in judged.duties if one for email in one.contact.emails]
    is_public = {email.address.folded: email.public for email in emails}
    for line in release.seen().lines:
        if line.links and line.number >= block.line and line.text.strip() in shown:
            found = (_judge(link, is_public) for link in line.links)
            yield from ((line.number, one) for one in found if one)


def _judge(link: Link, is_public: dict[str, bool]) -> Finding | None:
    """Judge one link; is_public: the folded addresses of those in the block."""
    if target := stray_address(link) or stray_number(link):
        return Finding(Status.CHANGED, "link", target, link.text.strip())
    hidden = mail_address(link)
    if not hidden or "@" in link.text or not is_public:
        return None
    known = is_public.get(hidden.casefold())
    if known is None:
        return Finding(Status.CHANGED, "link", hidden)
    return None if known else Finding(Status.INTERNAL, "link", hidden)
