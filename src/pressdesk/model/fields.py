"""The one table of fields: what contacts, postings and offices have, and what each is called where.

Columns of CSV and of the directory, keys of JSON, --fields, properties of vCards, columns of the
search index and what other programs lose are made of it. A new field is an attribute of the model,
a line here, a migration, and an option.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, partial
from operator import attrgetter
from typing import Any, TypeVar

from pressdesk.model import kinds
from pressdesk.model.contact import Contact, Email, Phone, Posting
from pressdesk.model.kinds import Kind
from pressdesk.model.office import Office
from pressdesk.model.phone_kinds import COLUMNS, NAMES
from pressdesk.values.extension_plan import (
    COLUMNS as PLAN_COLUMNS,
    KINDS as PLAN_KINDS,
    ExtensionPlan,
)

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
    path: the attribute of its owner, where that is called otherwise ("number.e164"). part: what
    gives the value out of that attribute.
    """

    table = vcard = search = ""
    most = 300
    is_internal = is_missed = False
    is_listed = True
    part: Callable[[Any], Any] | None = None

    def __init__(
        self,
        owner: type | None,
        name: str,
        kind: Kind = kinds.WAYS,
        **others: Any,  # noqa: ANN401
    ) -> None:
        self.owner = owner
        self.name = self.path = self.option = self.column = name
        self.called = name.replace("_", " ")
        self.kind = kind
        vars(self).update(others)

    @cached_property
    def get(self) -> Callable[[Any], Any]:
        """What gives the value of an owner."""
        attribute, part = attrgetter(self.path), self.part
        if part is None:
            return attribute

        def value(owner: object) -> Any:  # noqa: ANN401
            whole = attribute(owner)
            return None if whole is None else part(whole)

        return value


def _plan_text(kind: str) -> Callable[[ExtensionPlan], str | None]:
    return lambda plan: plan.text if plan.kind == kind else None


_contact, _way, _posting, _office, _email, _phone = (
    partial(Field, owner) for owner in (Contact, None, Posting, Office, Email, Phone)
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
    _posting("title", kinds.TEXT, column="posting_title", is_listed=False),
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
              path="extension_plan", part=_plan_text(kind))
      for column, kind in PLAN_COLUMNS.items()],
    _office("reports_to", kinds.REFERENCE),
)  # fmt: skip
# Of an address and of a number; JSON has those that are listed. Where they come from is no field.
EMAIL = (
    _email("address", kinds.TEXT, path="address.normal"),
    _email("public", kinds.FLAG),
    _email("verified_on", kinds.DAY),
)
PHONE = (
    _phone("number", kinds.TEXT, path="number.e164"),
    _phone("extension", kinds.EXTENSION, path="number.extension"),
    _phone("kind", kinds.PHONE_KIND),
    _phone("public", kinds.FLAG),
    _phone("display", kinds.TEXT, path="number.display"),
    _phone("possible_only", kinds.FLAG, path="number.possible_only", is_listed=False),
    _phone("verified_on", kinds.DAY),
)
# Of validated numbers: they are no formulas, and a number of JSON may have lost a zero or a "+".
NUMBER_COLUMNS = frozenset({*COLUMNS, "switchboard"})


def all_attributes(fields: Iterable[Field]) -> Callable[[Any], tuple[Any, ...]]:
    """Make what gives the attributes of an owner in which its fields are."""
    paths = [field.path for field in fields]
    if len(paths) > 1:
        return attrgetter(*paths)
    return lambda owner: tuple(attrgetter(path)(owner) for path in paths)


def as_dict(
    fields: Iterable[Field], conversion: Callable[[Kind], Callable[[Any], Any] | None]
) -> Callable[[Any], dict[str, Any]]:
    """Make what gives the values of an owner by the names of fields.

    conversion: chooses what becomes of a value of a kind; None leaves it as it is.
    """
    those = tuple(fields)
    names = [field.name for field in those]
    attributes = all_attributes(those)
    changes = [
        (field.name, change)
        for field in those
        for change in (field.part, conversion(field.kind))
        if change is not None
    ]

    def values(owner: object) -> dict[str, Any]:
        # Most at once, the few that change by themselves: an import asks for each of its rows.
        found = dict(zip(names, attributes(owner), strict=False))
        for name, change in changes:
            if (value := found[name]) is not None:
                found[name] = change(value)
        return found

    return values


def arranged(
    fields: Mapping[str, _T], first: Iterable[str], last: Iterable[str] = ()
) -> dict[str, _T]:
    """Return the same fields in another order: some first, some last, by their names."""
    ends = [name for name in last if name in fields]
    order = dict.fromkeys((*first, *(name for name in fields if name not in ends), *ends))
    return {name: fields[name] for name in order if name in fields}
