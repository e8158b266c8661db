"""The sample: what the documents run on and what people try first is whole, and as promised."""

import io
import json
import re
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import phonenumbers
import pytest
from docx import Document

from tests.conftest import ROOT, SAMPLE, SMALL, Run
from tests.make_sample_docx import BRIEFING, briefing, releases as make_word_releases

CONTINENTS = {
    "Africa": "EG ET KE MZ NG SN TN ZA",
    "Asia": "BD CN JO JP KZ PH TH",
    "Europe": "CH DE ES FR GB IT",
    "North America": "CA MX US",
    "Oceania": "AU FJ",
    "South America": "BR CO PE",
}
# The language of each release, and words of it that only that language has.
LANGUAGES = {
    "2025-09-18-nairobi.txt": ("en", "the wells of herding families"),
    "2025-11-04-geneva.md": ("en", "three weeks before anybody had planned"),
    "2026-01-22-dakar.txt": ("fr", "le chemin de l'école"),
    "2026-02-19-lima.html": ("es", "Acerca de Harbour Relief"),
    "2026-03-12-maputo.docx": ("pt", "Sobre a Harbour Relief"),
    "2026-04-21-bogota.md": ("es", "Notas a los editores"),
    "2026-05-06-almaty.txt": ("ru", "За дополнительной информацией обращайтесь"),
    "2026-06-02-amman.html": ("ar", "للمزيد من المعلومات"),
    "2026-06-23-beijing.docx": ("zh", "港湾救援北京办事处"),
    "2026-07-07-berlin.md": ("de", "Über Harbour Relief"),
    "2026-08-19-london.docx": ("en", "For further information, please contact"),
    "2026-09-30-new-york.html": ("en", "Media contacts"),
}
RELEASES = sorted((SAMPLE / "releases").iterdir())
WITHOUT_A_BLOCK = {
    "2025-09-18-nairobi.txt", "2026-03-12-maputo.docx", "2026-04-21-bogota.md",
    "2026-06-23-beijing.docx",
}  # fmt: skip
NUMBER = re.compile(r"\+\d[\d -]{7,17}\d")


@pytest.fixture
def directory(run: Run, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Import the sample and give all of it as data, with what is internal."""
    monkeypatch.chdir(ROOT)
    assert run("pressdesk import data/sample/offices.csv data/sample/contacts.csv").code == 0
    exported: dict[str, Any] = json.loads(run("pressdesk export --format json --internal").out)
    return exported


def text_of(path: Path) -> str:
    """Give what a release says."""
    if path.suffix == ".docx":
        return "\n".join(one.text for one in Document(str(path)).paragraphs)
    encoding = "cp1252" if path.name == "2026-01-22-dakar.txt" else "utf-8-sig"
    return path.read_bytes().decode(encoding)


def contact(directory: dict[str, Any], key: str) -> dict[str, Any]:
    """Find a contact by its key."""
    return next(one for one in directory["contacts"] if one["key"] == key)


# The directory


def test_it_comes_in_whole(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is refused, ignored or warned of; once more changes nothing."""
    monkeypatch.chdir(ROOT)
    command = "pressdesk import data/sample/contacts.csv data/sample/offices.csv --format json"
    report = json.loads(run(command).out)
    assert report["refused"] == 0
    assert [one for one in report["items"] if one["warnings"] or one["problems"]] == []
    assert "ignored" not in run(command).err
    again = json.loads(run(command).out)
    assert (again["added"], again["updated"], again["refused"]) == (0, 0, 0)


def test_the_small_directory_is_its_beginning() -> None:
    """Examples written for it keep their meaning: its rows come first, cell by cell."""
    for name in ("offices.csv", "contacts.csv"):
        small = (SMALL / name).read_text("utf-8").splitlines()
        large = (SAMPLE / name).read_text("utf-8").splitlines()
        for ours, theirs in zip(small, large, strict=False):
            assert theirs.startswith(ours)
            assert ours == small[0] or not theirs.removeprefix(ours).strip(",")


def test_thirty_offices_stand_on_every_continent_where_people_live(
    directory: dict[str, Any],
) -> None:
    """Each of them has two offices at least."""
    continent = {code: name for name, codes in CONTINENTS.items() for code in codes.split()}
    found = Counter(continent[office["country"]] for office in directory["offices"])
    assert found.total() == 30
    assert set(found) == set(CONTINENTS)
    assert min(found.values()) >= 2


def test_about_sixty_contacts_speak_many_languages(directory: dict[str, Any]) -> None:
    """People and desks, with somebody for each language that a block can be in."""
    contacts = directory["contacts"]
    assert 55 <= len(contacts) <= 65
    assert {one["kind"] for one in contacts} == {"person", "desk"}
    spoken = {language for one in contacts for language in one["languages"]}
    assert spoken >= {"ar", "de", "en", "es", "fr", "it", "pt", "ru", "zh"}
    assert any(one["unlisted"] for one in contacts)
    assert any(phone["public"] is False for one in contacts for phone in one["phones"])


def test_every_number_is_valid(directory: dict[str, Any]) -> None:
    """Switchboards and phones, the internal ones too."""
    numbers = [phone["number"] for one in directory["contacts"] for phone in one["phones"]]
    boards = [office["switchboard"] for office in directory["offices"]]
    numbers += [board["number"] for board in boards if board]
    assert len(numbers) > 40
    assert [one for one in numbers if not _is_valid(one)] == []


def test_all_but_one_address_are_nobodys(directory: dict[str, Any]) -> None:
    """Whoever writes to an address of the sample reaches nobody, the design page's one apart."""
    addresses = {one["address"] for who in directory["contacts"] for one in who["emails"]}
    assert {one for one in addresses if not one.endswith(".example")} == {"mgmoreno@iom.int"}


def test_london_has_a_rota(directory: dict[str, Any], run: Run) -> None:
    """One duty officer each day from October to March, without a gap."""
    assert directory
    for day, who in (("2026-10-01", "Grace"), ("2026-11-30", "Grace"), ("2026-12-01", "Owen"),
                     ("2027-01-31", "Owen"), ("2027-02-01", "Hannah")):  # fmt: skip
        printed = run(f"pressdesk block london --on {day}").out
        assert printed.count("Duty Press Officer") == 1
        assert f"\n{who} " in printed


def test_nobody_is_on_duty_in_berlin(directory: dict[str, Any], run: Run) -> None:
    """Geneva answers, and stderr says so; every other office answers for itself."""
    for office in directory["offices"]:
        done = run(f"pressdesk block {office['code']} --on 2026-11-24")
        assert done.code == 0
        assert ("answers" in done.err) == (office["code"] == "harbour-berlin")


# The releases


def test_every_release_is_listed() -> None:
    """Twelve, three of each form, in eight languages."""
    assert [path.name for path in RELEASES] == list(LANGUAGES)
    assert Counter(path.suffix for path in RELEASES) == dict.fromkeys(
        (".txt", ".md", ".html", ".docx"), 3
    )
    spoken = {language for language, _ in LANGUAGES.values()}
    assert spoken == {"ar", "de", "en", "es", "fr", "pt", "ru", "zh"}


@pytest.mark.parametrize("path", RELEASES, ids=lambda path: path.name)
def test_a_release_is_of_realistic_length_in_its_language(path: Path) -> None:
    """Half a page to a page; numbers in it are valid."""
    language, words = LANGUAGES[path.name]
    text = text_of(path)
    plain = re.sub(r"<[^>]+>", " ", text)
    assert 500 <= len(plain) <= 3500
    assert language == "zh" or 230 <= len(plain.split()) <= 500
    assert words in " ".join(text.split())
    assert [one for one in NUMBER.findall(text) if not _is_valid(one)] == []


@pytest.mark.parametrize("path", RELEASES, ids=lambda path: path.name)
def test_releases_without_a_block_name_no_way(path: Path) -> None:
    """Where `append` is to show what it does, nobody can be reached yet."""
    ways = re.findall(r"[\w.]+@harbour-relief|@iom\.int|\+\d", text_of(path))
    assert bool(ways) == (path.name not in WITHOUT_A_BLOCK)


def test_files_differ_in_their_bytes() -> None:
    """One in Windows-1252 with CRLF, one with a byte order mark; the rest is plain UTF-8."""
    contents = {path.name: path.read_bytes() for path in RELEASES if path.suffix != ".docx"}
    dakar = contents.pop("2026-01-22-dakar.txt")
    assert dakar.count(b"\r\n") == dakar.count(b"\n") > 20
    with pytest.raises(UnicodeDecodeError):
        dakar.decode()
    with_mark = [name for name, content in contents.items() if content.startswith(b"\xef\xbb\xbf")]
    assert with_mark == ["2026-05-06-almaty.txt"]
    assert not any(b"\r" in content for content in contents.values())
    assert all(content.decode() for content in contents.values())


def test_some_blocks_are_stale(directory: dict[str, Any]) -> None:
    """A changed extension, a successor, an internal number, a stranger, an ended posting."""
    said = {path.name: text_of(path) for path in RELEASES}
    assert "ext 4105" in said["2025-11-04-geneva.md"]
    tomasz = contact(directory, "tomasz-lukaszewicz")
    assert [one["extension"] for one in tomasz["postings"]] == ["4102"]
    assert "rosa.quispe@" in said["2026-02-19-lima.html"]
    assert contact(directory, "rosa-quispe-huaman")["successor"] == "diego-paredes-soto"
    internal = [
        one["display"]
        for one in contact(directory, "malik-robinson-hayes")["phones"]
        if not one["public"]
    ]
    assert [one.replace(" ", "-") for one in internal] == ["+1-212-555-0199"]
    assert "+1 212-555-0199" in said["2026-09-30-new-york.html"]
    assert "Henrik Aalto" in said["2026-08-19-london.docx"]
    assert not [one for one in directory["contacts"] if "Aalto" in one["name"]]
    assert "Jörg Weiß, Pressesprecher" in said["2026-07-07-berlin.md"]
    assert contact(directory, "jorg-weiss")["postings"][0]["ends_on"] == "2025-12-31"


def test_word_releases_are_as_they_would_be_made_now() -> None:
    """`python -m tests.make_sample_docx` makes them anew, part by part the same."""
    made = dict(make_word_releases())
    assert sorted(made) == [path.name for path in RELEASES if path.suffix == ".docx"]
    for name, content in made.items():
        assert parts_of((SAMPLE / "releases" / name).read_bytes()) == parts_of(content)
    assert parts_of(BRIEFING.read_bytes()) == parts_of(briefing())


def parts_of(content: bytes) -> dict[str, bytes]:
    """Unpack a Word file: how it was packed is the library's."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        return {name: parts.read(name) for name in parts.namelist()}


def _is_valid(number: str) -> bool:
    return phonenumbers.is_valid_number(phonenumbers.parse(number))
