"""What a card of pressdesk says beyond the standard, so that pressdesk reads it back whole.

| property | says |
|---|---|
| PRODID | that pressdesk wrote the card: UID is the key, N may be split off the name |
| X-PRESSDESK-OFFICE | a posting: the code of its office |
| X-PRESSDESK-RANK, -FROM, -UNTIL | the posting's rank, first and last day (YYYY-MM-DD) |
| X-PRESSDESK-EXT | its extension, whether or not the office has a switchboard |
| X-PRESSDESK-SWITCHBOARD | "+" and digits: this TEL with that extension is the posting's |
| X-PRESSDESK-TITLE | the contact's own title (or nothing) where TITLE is that of the posting |
| X-PRESSDESK-STORED | `given family`: the parts of N that were not split off the name |
| X-PRESSDESK-KIND | `desk`, in 3.0, which has no KIND |
| X-PRESSDESK-LANG | languages, best first, in 3.0, which has no LANG |
| X-PRESSDESK-INTERNAL | TRUE: the EMAIL or TEL of its group is internal |
| X-PRESSDESK-UNLISTED | TRUE |
| X-PRESSDESK-LEFT-ON, -SUCCESSOR | the first day without the contact, and the key of who follows |

What belongs to one of several postings stands in its group (`post1.ORG`, `post1.X-PRESSDESK-…`); a
card of one posting needs no group. Lists have spaces between: vobject, and so khard, writes of a
property that it does not know only what stands before the first comma.
"""

from pressdesk.model import ContactKind

PRODID = "-//pressdesk//pressdesk//EN"
PREFIX = "X-PRESSDESK-"
OFFICE = f"{PREFIX}OFFICE"
RANK = f"{PREFIX}RANK"
FROM = f"{PREFIX}FROM"
UNTIL = f"{PREFIX}UNTIL"
EXT = f"{PREFIX}EXT"
SWITCHBOARD = f"{PREFIX}SWITCHBOARD"
TITLE = f"{PREFIX}TITLE"
STORED = f"{PREFIX}STORED"
KIND = f"{PREFIX}KIND"
LANG = f"{PREFIX}LANG"
INTERNAL = f"{PREFIX}INTERNAL"
UNLISTED = f"{PREFIX}UNLISTED"
LEFT_ON = f"{PREFIX}LEFT-ON"
SUCCESSOR = f"{PREFIX}SUCCESSOR"
ALL = frozenset(
    (OFFICE, RANK, FROM, UNTIL, EXT, SWITCHBOARD, TITLE, STORED, KIND, LANG, INTERNAL, UNLISTED,
     LEFT_ON, SUCCESSOR)
)  # fmt: skip


def split_name(
    name: str, kind: ContactKind, given: str | None = None, family: str | None = None
) -> tuple[str, str]:
    """Give the family and the given name of an N: as stored, else split at the last word.

    The whole name of a desk stands for its family name: some programs show N alone.
    """
    if kind is ContactKind.DESK:
        return family or name, given or ""
    family = family or (name.split() or [""])[-1]
    if f" {name}".endswith(f" {family}"):
        rest = name.removesuffix(family)
    else:  # The family name stands first in China, Hungary, Korea.
        rest = f"{name} ".removeprefix(f"{family} ")
    return family, given or rest.strip()
