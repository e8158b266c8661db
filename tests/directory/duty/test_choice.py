"""Who answers for an office by rule, and why the others do not."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from pressdesk.directory.duty.choice import (
    Choice,
    Reason,
    Rule,
    choose,
    find_successor,
    judge_office,
)
from pressdesk.directory.editor import DirectoryEditor
from pressdesk.errors import NotFoundError
from pressdesk.model import Contact, Duty, Office, Posting
from tests.directory.samples import a_contact, an_office
from tests.strategies import contacts

DAY = date(2026, 11, 23)
BEFORE, AFTER = DAY - timedelta(1), DAY + timedelta(1)
HERE = an_office("here")._replace(language="fr")


class Roster:
    """People of offices without a directory: in the order given."""

    def __init__(self, people: Iterable[Contact], *offices: Office) -> None:
        self.people = {one.key: one for one in people}
        self.offices = {one.code: one for one in offices or (HERE,)}

    def of(self, office: Office) -> list[Duty]:
        """Give everybody ever posted to an office."""
        return [
            Duty(one, office, posting)
            for one in self.people.values()
            for posting in one.postings
            if posting.office == office.code
        ]

    def office(self, code: str) -> Office:
        """Get an office."""
        return self.offices[code]

    def contact(self, key: str) -> Contact:
        """Get a contact."""
        return self.people[key]


def person(key: str, *postings: Posting, **fields: object) -> Contact:
    """Give somebody posted to the office `here`, unless elsewhere."""
    contact = a_contact(key.title(), *(postings or (Posting("here"),)))._replace(key=key)
    return contact._replace(**fields)  # type: ignore[arg-type]


def reasons(people: Iterable[Contact], rule: Rule) -> dict[str, str]:
    """Give what is said of each."""
    return {
        one.duty.contact.key: one.reason.name for one in judge_office(HERE, rule, Roster(people))
    }


def answering(choice: Choice) -> list[str]:
    """Give the keys of those who answer."""
    return [duty.contact.key for duty in choice.duties]


def test_each_who_does_not_answer_has_a_reason() -> None:
    """Everybody ever posted there is judged."""
    people = [
        person("ann", topics=("shelter",), languages=("fr",)),
        person("bob", Posting("here", starts_on=AFTER)),
        person("cid", Posting("here", ends_on=BEFORE)),
        person("dan", left_on=DAY),
        person("eve", unlisted=True, topics=("shelter",)),
        person("fay", emails=()),
        person("gus", topics=("food",)),
        person("hal", topics=("shelter",), languages=("en",)),
        person("ida", Posting("elsewhere")),
    ]
    assert reasons(people, Rule(DAY, topic="shelter", speaks="fr")) == {
        "ann": "ANSWERS", "bob": "NOT_YET", "cid": "NO_LONGER", "dan": "LEFT", "eve": "UNLISTED",
        "fay": "NO_WAY", "gus": "OTHER_TOPIC", "hal": "OTHER_LANGUAGE",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("topic", "asked", "is_meant"),
    [
        ("winter shelter", "shelter", True),
        ("winter shelter", "WINTER  Shelter", True),
        ("winter shelter", "shel", True),
        ("shelter", "helter", False),
        ("Santé", "sante", True),
        ("移民政策", "移民", True),
        ("food", "food aid", False),
    ],
)
def test_a_topic_is_meant_by_its_words(topic: str, asked: str, is_meant: bool) -> None:  # noqa: FBT001
    """As `find --topic` asks: blind to case and accents, by the beginning of a word."""
    found = reasons([person("ann", topics=(topic,))], Rule(DAY, topic=asked))
    assert found == {"ann": "ANSWERS" if is_meant else "OTHER_TOPIC"}


@pytest.mark.parametrize(
    ("languages", "asked", "speaks"),
    [
        (("pt-BR",), "pt", True),
        (("pt",), "pt-BR", True),
        (("en", "fr"), "FR", True),
        ((), "fr", True),  # the language of the office, where nothing is recorded
        ((), "en", False),
        (("en",), "fr", False),
    ],
)
def test_who_speaks_a_language(languages: tuple[str, ...], asked: str, speaks: bool) -> None:  # noqa: FBT001
    """In whatever region."""
    found = reasons([person("ann", languages=languages)], Rule(DAY, speaks=asked))
    assert found == {"ann": "ANSWERS" if speaks else "OTHER_LANGUAGE"}


def test_who_speaks_the_language_comes_first() -> None:
    """Else the order stays as it was."""
    people = [person("ann", languages=("en",)), person("bob", languages=("fr",)), person("cid"),
              person("dan", languages=("en",))]  # fmt: skip
    assert answering(choose(HERE, Rule(DAY, "fr"), Roster(people))) == ["bob", "cid", "ann", "dan"]
    assert answering(choose(HERE, Rule(DAY, "en"), Roster(people))) == ["ann", "dan", "bob", "cid"]
    assert answering(choose(HERE, Rule(DAY), Roster(people))) == ["ann", "bob", "cid", "dan"]


def test_the_office_above_answers_by_the_same_rule() -> None:
    """As long as nobody meets it, and the choice tells the way."""
    office = HERE._replace(reports_to="above")
    above = an_office("above")._replace(reports_to="top")
    top = an_office("top")
    people = [person("ann", topics=("food",)), person("bob", Posting("above")),
              person("cid", Posting("top"), topics=("shelter",))]  # fmt: skip
    choice = choose(office, Rule(DAY, topic="shelter"), Roster(people, office, above, top))
    assert (answering(choice), choice.offices) == (["cid"], [office, above, top])
    assert [one.reason for one in choice.verdicts] == [
        Reason.OTHER_TOPIC, Reason.OTHER_TOPIC, Reason.ANSWERS
    ]  # fmt: skip
    nobody = choose(office, Rule(DAY, topic="gold"), Roster(people, office, above, top))
    assert (nobody.duties, len(nobody.verdicts)) == ([], 3)


def test_a_successor_takes_the_place_of_who_has_left() -> None:
    """At the same rank, at the same office, without the other's extension."""
    people = [
        person("ann", Posting("here", 1, extension="230"), left_on=DAY, successor="cid"),
        person("bob", Posting("here", 2)),
        person("cid", Posting("elsewhere", extension="7")),
    ]
    verdicts = judge_office(HERE, Rule(DAY), Roster(people))
    assert [(one.duty.contact.key, one.reason.name) for one in verdicts] == [
        ("ann", "LEFT"), ("cid", "ANSWERS"), ("bob", "ANSWERS")
    ]  # fmt: skip
    assert verdicts[1].duty.posting == Posting("here", 1)
    assert verdicts[1].follows == people[0]
    assert reasons(people, Rule(BEFORE)) == {"ann": "ANSWERS", "bob": "ANSWERS"}


def test_a_successor_who_is_posted_there_comes_once() -> None:
    """In the place of who has left, with the posting of its own."""
    people = [
        person("ann", Posting("here", 1), left_on=DAY, successor="bob"),
        person("bob", Posting("here", 9, extension="231")),
    ]
    choice = choose(HERE, Rule(DAY), Roster(people))
    assert [duty.posting for duty in choice.duties] == [Posting("here", 9, extension="231")]


@pytest.mark.parametrize(
    ("ends_on", "is_followed"), [(None, True), (DAY, True), (BEFORE, True),
                                 (BEFORE - timedelta(1), False)]
)  # fmt: skip
def test_only_a_posting_held_to_the_end_is_taken_over(
    ends_on: date | None, is_followed: bool  # noqa: FBT001
) -> None:  # fmt: skip
    """One that had ended before is nobody's."""
    people = [
        person("ann", Posting("here", ends_on=ends_on), left_on=DAY, successor="bob"),
        person("bob", Posting("elsewhere")),
    ]
    assert ("bob" in reasons(people, Rule(DAY))) is is_followed


def test_successors_follow_each_other() -> None:
    """Over those who have left too; who is only named does not answer before the day."""
    people = [
        person("ann", left_on=BEFORE, successor="bob"),
        person("bob", Posting("elsewhere"), left_on=DAY, successor="cid"),
        person("cid", Posting("elsewhere"), successor="ann"),
    ]
    assert reasons(people, Rule(BEFORE)) == {"ann": "LEFT", "bob": "ANSWERS"}
    assert reasons(people, Rule(DAY)) == {"ann": "LEFT", "cid": "ANSWERS"}


def test_a_planted_circle_of_successors_ends() -> None:
    """Our rules refuse one; whoever writes past them cannot make us hang."""
    people = [person("ann", left_on=DAY, successor="bob"),
              person("bob", left_on=DAY, successor="ann")]  # fmt: skip
    assert find_successor(people[0], DAY, Roster(people)) is None
    assert reasons(people, Rule(DAY)) == {"ann": "LEFT", "bob": "LEFT"}


def test_a_successor_is_judged_like_anybody() -> None:
    """Unlisted, without a way or about another topic, they do not answer."""
    people = [person("ann", left_on=DAY, successor="bob"),
              person("bob", Posting("elsewhere"), unlisted=True)]  # fmt: skip
    assert reasons(people, Rule(DAY)) == {"ann": "LEFT", "bob": "UNLISTED"}
    assert reasons(people, Rule(DAY, internal=True)) == {"ann": "LEFT", "bob": "ANSWERS"}


RULES = st.builds(
    Rule,
    st.dates(date(2019, 1, 1), date(2031, 1, 1)),
    st.none() | st.sampled_from(["fr", "en"]),
    st.none() | st.sampled_from(["food", "shelter"]),
    st.none() | st.sampled_from(["fr", "en"]),
    st.booleans(),
)
PEOPLE = st.lists(
    st.builds(
        lambda contact, topics: contact._replace(topics=topics),
        contacts(),
        st.sampled_from([(), ("food aid",), ("shelter", "food"), ("winter shelter",)]),
    ),
    max_size=5,
    unique_by=lambda one: one.key,
)


def expected(people: list[Contact], rule: Rule) -> list[str]:
    """Choose as a person would: strike out one after the other, then put the speakers first."""
    left = []
    for contact in people:
        (posting,) = contact.postings
        languages = contact.languages or ("fr",)
        spoken = {one.split("-")[0] for one in languages}
        ways = [email.public for email in contact.emails]
        ways += [phone.public for phone in contact.phones]
        if (
            posting.is_active(rule.day)
            and not contact.has_left(rule.day)
            and (rule.internal or not contact.unlisted)
            and (any(ways) or (rule.internal and ways) or posting.extension)
            and (rule.topic is None or any(rule.topic in one for one in contact.topics))
            and (rule.speaks is None or rule.speaks in spoken)
        ):
            left.append((rule.language is not None and rule.language not in spoken, contact.key))
    return [key for _, key in sorted(left, key=lambda one: one[0])]


@given(people=PEOPLE, rule=RULES)
def test_a_choice_is_what_a_person_would_make(people: list[Contact], rule: Rule) -> None:
    """Everybody who may answer does, in the right order, and nobody else."""
    assert answering(choose(HERE, rule, Roster(people))) == expected(people, rule)


def test_many_are_got_at_once(editor: DirectoryEditor) -> None:
    """By code or key, in any case; what is no key of exactly one is left out."""
    editor.add_office(an_office("there"))
    editor.add_contact(a_contact("Ada Example", Posting("there"))._replace(key="ada"))
    editor.add_contact(a_contact("Bea Example", Posting("there"))._replace(key="here"))
    found = editor.get_many(["there", "THERE", "ada", "nobody", "here", "", "\ud800", "Example"])
    assert {text: getattr(one, "name", None) for text, one in found.items()} == {
        "there": "There", "THERE": "There", "ada": "Ada Example"
    }  # fmt: skip
    assert editor.get_many([]) == {}


def test_many_offices_are_read_at_once(editor: DirectoryEditor) -> None:
    """More than one statement may ask for, and the same as one by one."""
    editor.add_contact(a_contact("Ada Example", Posting("here")))
    missing = [an_office(f"office-{number}") for number in range(1000)]
    rosters = editor.rosters()
    rosters.load([*missing, editor.get_office("here")])
    assert rosters.of(missing[7]) == []
    assert [duty.contact.name for duty in rosters.of(editor.get_office("here"))] == ["Ada Example"]
    rosters.load([])
    assert [duty.contact.name for duty in rosters.of(editor.get_office("here"))] == ["Ada Example"]


def test_what_is_read_on_the_way_is_kept_within_bounds(editor: DirectoryEditor) -> None:
    """A batch over ever more offices takes no more memory."""
    rosters = editor.rosters()
    for number in range(1200):
        assert rosters.of(an_office(f"office-{number}")) == []
    assert len(rosters._duties) <= 500
    for ask in (rosters.office, rosters.contact):
        with pytest.raises(NotFoundError):
            ask("nobody")
