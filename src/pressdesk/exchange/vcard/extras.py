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

from pressdesk.model import ContactKind, fields
from pressdesk.model.fields import VCARD_PREFIX, arranged

PRODID = "-//pressdesk//pressdesk//EN"
# The fields that have a property each, by column, in the order in which they are written.
CONTACT = arranged(
    {field.column: field for field in fields.CONTACT if field.vcard}, ("note", "unlisted")
)
POSTING = arranged({field.column: field for field in fields.POSTING if field.vcard}, (), ("ext",))
OFFICE = POSTING["office"].vcard
SWITCHBOARD = f"{VCARD_PREFIX}SWITCHBOARD"
TITLE = f"{VCARD_PREFIX}TITLE"
STORED = f"{VCARD_PREFIX}STORED"
KIND = f"{VCARD_PREFIX}KIND"
LANG = f"{VCARD_PREFIX}LANG"
INTERNAL = f"{VCARD_PREFIX}INTERNAL"


def split_name(
    name: str, kind: ContactKind, given: str | None = None, family: str | None = None
) -> tuple[str, str]:
    """Return the family and the given name of an N: as stored, else split at the last word.

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
