"""The directory against a plain model of it: whatever is done, in whatever order.

Adding, editing, posting, merging, handing over, rotas, imports, erasing, backups, restoring; and
undoing everything gives the start back, erased people excepted.
"""

import copy
import shutil
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import Phase, settings, strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
)

from pressdesk.cli import run
from pressdesk.directory.store import Directory

OFFICES = ("here", "there")
TITLES = st.sampled_from(["Chief", "Officer", "Spokesperson"])
LEFT = date(2027, 1, 1)
State = dict[str, Any]  # "people": by key; "rota": of the office `here`
REFUSED = {2, 4}


def without(state: State, erased: set[str]) -> State:
    """Return a state as it is once people are erased."""
    people = {
        key: {**person, "successor": None if person["successor"] in erased else person["successor"]}
        for key, person in state["people"].items()
        if key not in erased
    }
    return {"people": people, "rota": [one for one in state["rota"] if one[0] not in erased]}


class Keeping(RuleBasedStateMachine):
    """Commands, as they are typed, and what a dictionary says of them."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.db = self.folder / "directory.db"
        self.state: State = {"people": {}, "rota": []}
        # What each operation that is not undone found, and whom it changed; the newest last.
        self.done: list[tuple[State, set[str]]] = []
        self.erased: set[str] = set()
        # The state, the operations and the erased people of the only backup there is.
        self.backup: tuple[State, list[tuple[State, set[str]]]] | None = None
        self.count = 0

    def teardown(self) -> None:
        """Undo everything."""
        while self.done:
            self.undo()
        assert self.state == {"people": {}, "rota": []}
        shutil.rmtree(self.folder)

    def type(self, *words: str) -> int:
        """Give a command."""
        return run(["--db", str(self.db), "--quiet", *words])

    def change(self, after: State, *words: str, may_be_refused: bool = False) -> None:
        """Give a command that makes a state of the one there is, and look."""
        code = self.type(*words)
        if may_be_refused and code in REFUSED:
            after = self.state
        else:
            assert code == 0, words
        if after != self.state:
            self.done.append((self.state, self.touched(self.state, after)))
        self.state = after
        self.look()

    def look(self) -> None:
        """Hold the directory against the model."""
        with Directory.open(self.db) as directory:
            people: dict[str, dict[str, Any]] = {
                contact.key: {
                    "name": contact.name,
                    "title": contact.title,
                    "emails": [str(email.address) for email in contact.emails],
                    "offices": sorted({posting.office for posting in contact.postings}),
                    "left": contact.left_on,
                    "successor": contact.successor,
                    "keys": list(contact.former_keys),
                }
                for contact in directory.contacts()
            }
            rota = sorted((one.contact, one.starts_on) for one in directory.get_office("here").rota)
            for key, person in people.items():
                for known in (key, *person["keys"]):
                    assert directory.get_contact(known).key == key
                assert [one.key for one in directory.find_holders(emails=person["emails"])] == [key]
        assert {"people": people, "rota": rota} == self.state

    def person(self, data: st.DataObject, others: tuple[str, ...] = ()) -> str:
        """Draw somebody."""
        key: str = data.draw(st.sampled_from(sorted(set(self.state["people"]) - set(others))))
        return key

    def new_name(self) -> tuple[str, str]:
        """Make a name that nobody ever had, and its key."""
        self.count += 1
        letters = "".join(chr(ord("a") + int(digit)) for digit in str(self.count))
        return f"Zz{letters} Qq{letters}", f"zz{letters}-qq{letters}"

    def added(self, name: str, key: str, **others: object) -> State:
        """Return the state with somebody more."""
        after = copy.deepcopy(self.state)
        after["people"][key] = {
            "name": name, "title": None, "emails": [f"{key}@example.org"], "offices": ["here"],
            "left": None, "successor": None, "keys": [], **others,
        }  # fmt: skip
        return after

    @initialize()
    def begin(self) -> None:
        """Two offices."""
        for code in OFFICES:
            assert self.type("office", "add", code, "--code", code, "--country", "US") == 0

    @rule(office=st.sampled_from(OFFICES))
    def add(self, office: str) -> None:
        """Somebody new."""
        name, key = self.new_name()
        after = self.added(name, key, offices=[office])
        email = f"{key}@example.org"
        self.change(after, "contact", "add", name, "--office", office, "--email", email)

    @precondition(lambda self: self.state["people"])
    @rule(data=st.data(), title=TITLES)
    def edit(self, data: st.DataObject, title: str) -> None:
        """Another title."""
        key = self.person(data)
        after = copy.deepcopy(self.state)
        after["people"][key]["title"] = title
        self.change(after, "contact", "edit", key, "--title", title)

    @precondition(lambda self: self.state["people"])
    @rule(data=st.data())
    def post(self, data: st.DataObject) -> None:
        """At the other office too; who is there already is refused."""
        key = self.person(data)
        after = copy.deepcopy(self.state)
        after["people"][key]["offices"] = sorted(OFFICES)
        is_there = "there" in self.state["people"][key]["offices"]
        office = "here" if is_there else "there"
        is_new = office not in self.state["people"][key]["offices"]
        words = ("contact", "post", key, "--office", office)
        self.change(after, *words, may_be_refused=not is_new)

    @precondition(lambda self: self.state["people"])
    @rule(data=st.data(), day=st.integers(1, 28))
    def add_shift(self, data: st.DataObject, day: int) -> None:
        """Put somebody on the rota; the same day twice is refused."""
        key, starts = self.person(data), date(2026, 12, day)
        after = copy.deepcopy(self.state)
        after["rota"] = sorted({*after["rota"], (key, starts)})
        words = ("rota", "add", "here", key, "--from", str(starts), "--until", str(starts))
        self.change(after, *words, may_be_refused=(key, starts) in self.state["rota"])

    @precondition(lambda self: self.state["rota"])
    @rule(data=st.data())
    def remove_shifts(self, data: st.DataObject) -> None:
        """All days of somebody."""
        key = data.draw(st.sampled_from(self.state["rota"]))[0]
        after = copy.deepcopy(self.state)
        after["rota"] = [one for one in after["rota"] if one[0] != key]
        self.change(after, "rota", "remove", "here", key)

    @precondition(lambda self: self.state["people"])
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        """Whoever others need is refused."""
        key = self.person(data)
        after = copy.deepcopy(self.state)
        del after["people"][key]
        is_needed = any(one["successor"] == key for one in self.state["people"].values())
        is_needed = is_needed or any(one[0] == key for one in self.state["rota"])
        self.change(after, "contact", "remove", key, "--yes", may_be_refused=is_needed)

    @precondition(lambda self: self.state["people"])
    @rule(data=st.data())
    def hand_over(self, data: st.DataObject) -> None:
        """To somebody new, with the title and the offices."""
        leaving = self.person(data)
        before = self.state["people"][leaving]
        name, key = self.new_name()
        after = self.added(name, key, title=before["title"], offices=before["offices"])
        after["people"][leaving] |= {"left": before["left"] or LEFT, "successor": key}
        words = ("contact", "hand-over", leaving, "--to", name, "--email", f"{key}@example.org")
        self.change(after, *words, *([] if before["left"] else ["--on", str(LEFT)]))

    @precondition(lambda self: len(self.state["people"]) > 1)
    @rule(data=st.data())
    def merge(self, data: st.DataObject) -> None:
        """Two become one; where successors would go round, or days be doubled, it is refused."""
        a = self.person(data)
        b = self.person(data, (a,))
        after = copy.deepcopy(self.state)
        kept, other = after["people"][a], after["people"].pop(b)
        left = max(kept["left"], other["left"]) if kept["left"] and other["left"] else None
        successor = (kept["successor"] or other["successor"]) if left else None
        after["people"][a] |= {
            "title": kept["title"] or other["title"],
            "emails": [*kept["emails"], *other["emails"]],
            "offices": sorted({*kept["offices"], *other["offices"]}),
            "left": left,
            "successor": None if successor in {a, b} else successor,
            "keys": sorted({*kept["keys"], *other["keys"], b}),
        }
        for person in after["people"].values():
            if person is not after["people"][a] and person["successor"] == b:
                person["successor"] = a
        after["rota"] = sorted((a if key == b else key, day) for key, day in after["rota"])
        self.change(after, "contact", "merge", a, b, "--yes", may_be_refused=True)

    @precondition(lambda self: self.state["people"])
    @rule(data=st.data(), title=TITLES)
    def import_list(self, data: st.DataObject, title: str) -> None:
        """One who is there, by the key, and one who is new."""
        key = self.person(data)
        name, new = self.new_name()
        after = self.added(name, new, title=title)
        person = after["people"][key]
        person["title"] = title
        rows = (
            f"{key},{person['name']},{person['offices'][0]},,{title}",
            f",{name},here,{new}@example.org,{title}",
        )
        table = self.folder / "list.csv"
        table.write_text("key,name,office,email,title\n" + "\n".join(rows) + "\n")
        self.change(after, "import", str(table))

    @precondition(lambda self: self.state["people"])
    @rule(data=st.data())
    def erase(self, data: st.DataObject) -> None:
        """For good: no operation and no backup brings them back, under none of their keys."""
        key = self.person(data)
        gone = {key, *self.state["people"][key]["keys"]}
        names = self.known_names(gone)
        assert self.type("contact", "erase", key, "--yes") == 0
        self.erased |= gone
        self.forget(gone)
        self.look()
        content = self.db.read_bytes()
        assert not [name for name in names if name.encode() in content]

    def known_names(self, keys: set[str]) -> set[str]:
        """Return the names and keys that people ever had, as the operations know them."""
        states = [self.state, *(state for state, _ in self.done)]
        people = [one for state in states for one in state["people"].items() if one[0] in keys]
        return keys | {person["name"] for _, person in people}

    def forget(self, keys: set[str]) -> None:
        """Take people out of all states; an operation that changed nobody else is none any more."""
        self.state = without(self.state, keys)
        left = [(without(before, keys), touched - keys) for before, touched in self.done]
        self.done = [(before, touched) for before, touched in left if touched]

    def touched(self, before: State, after: State) -> set[str]:
        """Return whose record an operation changed; the office's is called `here`."""
        keys = {*before["people"], *after["people"]}
        changed = {one for one in keys if before["people"].get(one) != after["people"].get(one)}
        return changed | ({"here"} if before["rota"] != after["rota"] else set())

    @rule()
    def back_up(self) -> None:
        """Over the one there was."""
        file = self.folder / "safe.backup"
        file.unlink(missing_ok=True)
        assert self.type("backup", str(file)) == 0
        self.backup = copy.deepcopy((self.state, self.done))

    @precondition(lambda self: self.backup)
    @rule()
    def restore(self) -> None:
        """As it was then, without those who were erased since."""
        assert self.backup
        assert self.type("restore", str(self.folder / "safe.backup"), "--yes") == 0
        self.state, self.done = copy.deepcopy(self.backup)
        self.forget(self.erased)
        for file in self.folder.glob("*.before-restore-*"):
            file.unlink()
        self.look()

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        """Take the newest command back that is not undone."""
        assert self.type("undo", "--yes") == 0
        self.state, _ = self.done.pop()
        self.look()


TestKeeping = Keeping.TestCase
# Every step is a command on a file: to make a failing example smaller would take minutes.
TestKeeping.settings = settings(
    max_examples=10, stateful_step_count=15, deadline=None, phases=[Phase.generate]
)
