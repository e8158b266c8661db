"""The one table of fields: what contacts, postings and offices have, and what each is called where.

Columns of CSV and of the directory, keys of JSON, --fields, properties of vCards, columns of the
search index and what other programs lose are made of it. A new field is an attribute of the model,
a line here, a migration, and an option.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from operator import attrgetter
from typing import Any, TypeVar

from pressdesk.model import kinds
from pressdesk.model.contact import Contact, Posting
from pressdesk.model.kinds import Kind
from pressdesk.model.office import Office
from pressdesk.model.phone_kinds import COLUMNS, NAMES
from pressdesk.values.extension_plan import COLUMNS as PLAN_COLUMNS, KINDS as PLAN_KINDS

_T = TypeVar("_T")
VCARD_PREFIX = "X-PRESSDESK-"


class Field:
    """One field.

    name: the attribute, the key of JSON, and the column of the directory.
    kind: how its value is read and written. most: characters of it.
    owner: of whom it is; None for a column that is made of addresses and numbers.
    table: where it lies, when that is a table of its own; its column there is called as `called`.
    called: in messages. option: the attribute of the group of options that says it.
    column: of CSV, and in --fields; of texts by language what stands before the tag. What others
    call the columns stands in words/contact_columns.txt and office_columns.txt.
    is_internal: nobody outside sees it. is_listed: --fields has it.
    is_missed: whoever moves to another program will look for it.
    vcard: the property that holds it. search: the column of the index where it is found.
    get: gives the value of an owner.
    """

    table = vcard = search = ""
    most = 300
    is_internal = is_missed = False
    is_listed = True

    def __init__(
        self,
        owner: type | None,
        name: str,
        kind: Kind = kinds.WAYS,
        **others: Any,  # noqa: ANN401
    ) -> None:
        self.owner = owner
        self.name = self.option = self.column = name
        self.called = name.replace("_", " ")
        self.kind = kind
        self.get: Callable[[Any], Any] = attrgetter(name)
        vars(self).update(others)


def _plan_text(kind: str) -> Callable[[Office], str | None]:
    def text(office: Office) -> str | None:
        plan = office.extension_plan
        return plan.text if plan and plan.kind == kind else None

    return text


_contact, _way, _posting, _office = (
    partial(Field, owner) for owner in (Contact, None, Posting, Office)
)

# A row of CSV: a contact at one posting. The order is a contract; `columns` puts first what most
# lists have.
ROW: tuple[Field, ...] = (
    _posting("office", kinds.REFERENCE, vcard=f"{VCARD_PREFIX}OFFICE"),
    _contact("key", kinds.KEY, search="name"),
    _contact("kind", kinds.CONTACT_KIND, search="kind"),
    _contact("name", kinds.NAME, is_missed=True, search="name"),
    _contact("given_name", kinds.TEXT, most=1000, is_missed=True, search="name"),
    _contact("family_name", kinds.TEXT, most=1000, is_missed=True, search="name"),
    _contact("title", kinds.TEXT, is_missed=True, search="title"),
    _contact("titles", kinds.TEXTS, called="title", option="title_in", column="title_",
             table="contact_title", is_listed=False, is_missed=True, search="title"),
    _way("email"),
    *[_way(names.column) for names in NAMES.values()],
    _posting("extension", kinds.EXTENSION, option="ext", column="ext", vcard=f"{VCARD_PREFIX}EXT"),
    _contact("languages", kinds.LANGUAGES, called="language", option="lang",
             table="contact_language", is_missed=True, search="lang"),
    _contact("topics", kinds.TOPICS, called="topic", most=100, option="topic",
             table="contact_topic", is_missed=True, search="topic"),
    _posting("rank", kinds.RANK, vcard=f"{VCARD_PREFIX}RANK"),
    _posting("starts_on", kinds.DAY, called="from", option="from_", column="from", is_missed=True,
             vcard=f"{VCARD_PREFIX}FROM"),
    _posting("ends_on", kinds.DAY, called="until", option="until", column="until", is_missed=True,
             vcard=f"{VCARD_PREFIX}UNTIL"),
    _way("internal", is_internal=True, is_listed=False),
    # Of the numbers of a row; what is written has their "+".
    _way("country", is_listed=False),
    _contact("note", kinds.TEXT, most=1000, is_internal=True, is_listed=False, is_missed=True,
             vcard="NOTE"),
    _contact("left_on", kinds.DAY, called="left", option="left", is_missed=True,
             vcard=f"{VCARD_PREFIX}LEFT-ON"),
    _contact("successor", kinds.REFERENCE, vcard=f"{VCARD_PREFIX}SUCCESSOR"),
    _way("verified_on", called="verified"),
    _contact("unlisted", kinds.FLAG, is_listed=False, vcard=f"{VCARD_PREFIX}UNLISTED"),
    # Rows show the title of the contact: this one is for JSON and vCards.
    _posting("title", kinds.TEXT, column="posting_title", is_listed=False, search="title"),
)  # fmt: skip
CONTACT = tuple(field for field in ROW if field.owner is Contact)
POSTING = tuple(
    field for name in Posting.__match_args__ for field in ROW
    if field.owner is Posting and field.name == name
)  # fmt: skip
OFFICE: tuple[Field, ...] = (
    _office("code", kinds.KEY, search="office"),
    _office("name", kinds.NAME, search="office"),
    _office("names", kinds.TEXTS, called="name", option="name_in", column="name_",
            table="office_name", is_listed=False, search="office"),
    _office("organization", kinds.TEXT, search="office"),
    _office("city", kinds.TEXT, search="city"),
    _office("country", kinds.COUNTRY, search="country"),
    _office("language", kinds.LANGUAGE, option="lang"),
    _office("timezone", kinds.TIMEZONE, called="time zone"),
    _office("switchboard", kinds.SWITCHBOARD),
    *[_office(column, kinds.PLAN._replace(is_count=PLAN_KINDS[kind].is_count),
              get=_plan_text(kind)) for column, kind in PLAN_COLUMNS.items()],
    _office("reports_to", kinds.REFERENCE),
)  # fmt: skip
# Of validated numbers: they are no formulas, and a number of JSON may have lost a zero or a "+".
NUMBER_COLUMNS = frozenset({*COLUMNS, "switchboard"})


def arranged(
    fields: Mapping[str, _T], first: Iterable[str], last: Iterable[str] = ()
) -> dict[str, _T]:
    """Return the same fields in another order: some first, some last, by their names."""
    ends = [name for name in last if name in fields]
    order = dict.fromkeys((*first, *(name for name in fields if name not in ends), *ends))
    return {name: fields[name] for name in order if name in fields}
