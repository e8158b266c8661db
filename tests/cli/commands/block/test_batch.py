"""`pressdesk block --batch`: a line in, a line out, and no line stops another."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from pressdesk.blocks.parse import parse_block
from pressdesk.cli.commands.block.batch import AT_ONCE
from pressdesk.cli.commands.block.batch_lines import LineReader, numbered_lines
from tests.cli.commands.block.test_command import CARD
from tests.conftest import Run


def batch(run: Run, *lines: object, options: str = "") -> tuple[list[dict[str, Any]], int]:
    """Send requests, data or bytes as they are; give the answers and the exit status."""
    content = b"\n".join(
        one if isinstance(one, bytes) else json.dumps(one).encode() for one in lines
    )
    done = run(f"pressdesk block --batch - {options}", piped=content)
    return [json.loads(line) for line in done.out.splitlines()], done.code


def test_each_request_is_answered_in_its_turn(washington: Run) -> None:
    """With the id that it gave, whatever that is."""
    answers, code = batch(
        washington,
        {"office": "washington", "id": 7},
        {"office": "iom-washington-dc", "id": {"page": "A"}},
        {"office": ["wash"], "lang": "de"},
    )
    assert code == 0
    assert [one["id"] for one in answers] == [7, {"page": "A"}, None]
    assert answers[0] == {"id": 7, "language": "en", "text": CARD, "notes": []}
    assert answers[1]["text"] == CARD
    assert answers[2]["language"] == "de"
    assert answers[2]["notes"] == [
        "no name in de: IOM Washington DC is printed as it is (--name-in de=…)"
    ]


def test_a_request_says_what_an_option_would(washington: Run) -> None:
    """The same words as on the command line; null says nothing."""
    washington('pressdesk contact edit maria --internal "+1 202 555 0123" --topic health')
    washington('pressdesk contact add "Ben Okoro" --office wash --email ben@iom.int --rank 1')
    request = {"office": "wash", "lang": "en", "style": "inline", "format": "text", "max": 1,
               "on": "2026-11-24", "topic": "health", "speaks": "en", "lead_in": "Contact us",
               "internal": True, "strict_language": True, "id": None}  # fmt: skip
    (answer,), code = batch(washington, request)
    assert code == 0
    assert answer["text"].startswith("Contact us: Maria G. Moreno at IOM Washington DC, ")
    assert "+1 202 555 0123" in answer["text"]
    nothing = dict.fromkeys(request) | {"office": "wash"}
    (answer,), code = batch(washington, nothing)
    assert (answer["text"].count("@"), code) == (2, 0)


def test_options_hold_where_a_request_says_nothing(washington: Run) -> None:
    """What the request says goes before."""
    answers, code = batch(
        washington, {"office": "wash"}, {"office": "wash", "style": "card", "format": "text"},
        options="--style line --format markdown --lang en",
    )  # fmt: skip
    assert code == 0
    assert answers[0]["text"].splitlines()[1].startswith("Maria G. Moreno, IOM Washington DC, ")
    assert "<mgmoreno@iom.int>" in answers[0]["text"]
    assert answers[1]["text"] == CARD


def test_json_gives_the_block_as_data(washington: Run) -> None:
    """Numbers and extensions apart, instead of a text."""
    (answer,), _ = batch(washington, {"office": "wash", "format": "json"})
    assert answer["block"]["entries"][0]["ways"][1]["extension"] == "230"
    assert "text" not in answer


BAD = [
    (b"nonsense", 4, "line 1 is not JSON (expecting value at character 1)"),
    (b"\xff\xfe", 4, "is not UTF-8; save the file as UTF-8"),
    (b'["office"]', 4, "is no object"),
    (b'{"office": "washington", "office": "geneva"}', 4, 'has the key "office" twice'),
    (b'{"office": "washington", "max": NaN}', 4, "has NaN, which is no JSON"),
    (b"[" * 90_000, 4, "is not JSON (it is nested too deeply)"),
    (b'{"max": ' + b"9" * 5000 + b"}", 4, "has a number of more than 1000 digits"),
    (b'{"office": "' + b"x" * 200_000 + b'"}', 4, "is longer than 100000 bytes"),
    (b'{"office": "washington", "id": 1e400}', 4, 'has a number that is too large ("1e400")'),
    (b'{"office": "\\ud800"}', 4, 'has half a character in "\\ud800"'),
    (b'{"office": "washington"} x', 4, "more text after its end at character 25"),
    ({"office": "washington", "style": False}, 4, '"False": style is no text'),
    ({"office": "washington", "format": 0}, 4, '"0": format is no text'),
    ({"office": "washington", "lang": "en-<b>"}, 4, "is not a language tag"),
    ({"id": 1}, 4, "names no office"),
    ({"office": []}, 4, "names no office"),
    ({"office": 7}, 4, "names no office"),
    ({"office": ["wash", 7]}, 4, "names no office"),
    ({"office": "washington", "language": "fr"}, 4, '"language": is no key of a request'),
    ({"ofice": "washington"}, 4, '"ofice": is no key of a request; did you mean office?'),
    ({"office": "washington", "topic": " - "}, 4, 'topic " - ": has no word in it'),
    ({"office": "washington", "lang": ""}, 4, "pressdesk has no wording for it"),
    ({"office": "washington", "lang": 5}, 4, '"5": lang is no text'),
    ({"office": "washington", "lang": "tlh"}, 4, "pressdesk has no wording for it"),
    ({"office": "washington", "style": "fancy"}, 1, 'no style matches "fancy"'),
    ({"office": "washington", "style": "../../etc/passwd"}, 1, "no style matches"),
    ({"office": "washington", "format": "pdf"}, 4, '"pdf": there is no such format'),
    ({"office": "washington", "on": "tomorrow"}, 4, "is not a date"),
    ({"office": "washington", "max": 0}, 4, "max is no number of people"),
    ({"office": "washington", "max": True}, 4, "max is no number of people"),
    ({"office": "washington", "internal": "yes"}, 4, "internal is neither true nor false"),
    ({"office": "washington", "speaks": "Klingon!"}, 4, "is not a language tag"),
    ({"office": "washington", "lead_in": "a\nb"}, 4, "contains a control character"),
    ({"office": "nowhere"}, 1, 'no contact or office matches "nowhere"'),
    ({"office": "iom"}, 3, "matches 2; name one of these"),
    ({"office": "washington", "on": "1900-01-01", "topic": "x"}, 4, "nobody speaks about"),
]


@pytest.mark.parametrize(("line", "status", "message"), BAD, ids=range(len(BAD)))
def test_what_is_wrong_is_an_answer(
    washington: Run, line: object, status: int, message: str
) -> None:
    """With its status and its sentence; the next line is answered as if nothing had been."""
    washington("pressdesk office add 'IOM Wash' --organization IOM --country US --code iom-2")
    answers, code = batch(washington, line, {"office": "iom-washington-dc", "id": 2})
    assert code == 1
    assert answers[0]["error"]["status"] == status
    assert message in answers[0]["error"]["message"]
    assert answers[1]["text"] == CARD


def test_an_answer_keeps_the_id_of_what_was_wrong(washington: Run) -> None:
    """A script knows which of its requests it was."""
    answers, _ = batch(washington, {"office": "nowhere", "id": "p1"}, {"id": "p2", "x": 1})
    assert [(one["id"], one["line"]) for one in answers] == [("p1", 1), ("p2", 2)]


def test_more_lines_than_are_read_at_once(washington: Run) -> None:
    """Groups leave no seam, and blank lines are no requests."""
    count = 2 * AT_ONCE + 3
    lines = [one for number in range(count) for one in ({"office": "wash", "id": number}, b" ")]
    answers, code = batch(washington, *lines)
    assert (code, [one["id"] for one in answers]) == (0, list(range(count)))
    assert {one["text"] for one in answers} == {CARD}


def test_no_requests_are_no_answers(washington: Run) -> None:
    """An empty file is done at once."""
    assert batch(washington) == ([], 0)


def test_requests_from_a_file(washington: Run, tmp_path: Path) -> None:
    """A byte order mark and CRLF do not matter; a file that is not there does."""
    path = tmp_path / "requests.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"office": "wash"}\r\n{"office": "wash"}\r\n')
    done = washington("pressdesk block --batch", str(path))
    assert (done.code, done.out.count("\n")) == (0, 2)
    done = washington("pressdesk block --batch", str(tmp_path / "none.jsonl"))
    assert (done.out, done.code) == ("", 5)
    assert "there is no such file" in done.err
    assert washington("pressdesk block --batch", str(tmp_path)).code == 5


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ("-o x", "--batch writes its lines to stdout"),
        ("--why", "--batch takes no --why"),
        ("--lang en --lang fr", "at most one --lang"),
    ],
)
def test_options_that_a_batch_cannot_have(washington: Run, options: str, message: str) -> None:
    """The message says what to do instead."""
    done = washington(f"pressdesk block --batch - {options}")
    assert (done.out, done.code) == ("", 2)
    assert message in done.err


def test_isolates_survive_as_escapes(washington: Run) -> None:
    """A right-to-left block reads back as it is, and nothing in the output acts."""
    done = washington("pressdesk block --batch -", piped=b'{"office": "wash", "lang": "ar"}\n')
    assert r"\u2066+1 202 862 1826\u2069" in done.out
    block = parse_block(json.loads(done.out)["text"], "ar")
    assert block.entries[0].ways[1].extension == "230"


def test_a_successor_in_a_batch(washington: Run) -> None:
    """What is read at once does not hide what is read on the way."""
    washington('pressdesk office add "IOM Geneva" --country CH --city Geneva')
    washington('pressdesk office add "IOM Bern" --country CH --city Bern --reports-to geneva')
    washington('pressdesk contact add "Ben Okoro" --office geneva --email ben@iom.int')
    washington("pressdesk contact edit maria --left 2026-12-01 --successor ben")
    asked = ("wash", "bern", "maria", "geneva")
    answers, code = batch(washington, *({"office": one, "on": "2026-12-02"} for one in asked))
    assert code == 0
    assert all("\nBen Okoro\n" in one["text"] for one in answers)
    assert answers[1]["notes"] == ["nobody to print for IOM Bern on 2026-12-02: IOM Geneva answers"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6)
    | st.sampled_from(["washington", "nobody", "fr", "inline", "html", "2026-11-24", "1e9"]),
    lambda values: st.lists(values, max_size=2)
    | st.dictionaries(st.text(max_size=4), values, max_size=2),
    max_leaves=4,
)  # fmt: skip
KEYS = st.sampled_from(["office", "lang", "style", "format", "on", "topic", "speaks", "max",
                        "lead_in", "internal", "strict_language", "id", "x"])  # fmt: skip


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(requests=st.lists(st.dictionaries(KEYS, JSON, max_size=6), min_size=1, max_size=4))
def test_every_request_has_one_answer_that_is_json(
    washington: Run, requests: list[dict[str, Any]]
) -> None:
    """Whatever is asked: strictly JSON, with the id, and with a text or an error."""

    def refuse(name: str) -> None:
        raise AssertionError(name)

    lines = [json.dumps({"office": "washington", **one}).encode() for one in requests]
    done = washington("pressdesk block --batch -", piped=b"\n".join(lines))
    answers = [json.loads(line, parse_constant=refuse) for line in done.out.splitlines()]
    assert len(answers) == len(requests)
    assert done.code == int(any("error" in one for one in answers))
    for answer in answers:
        assert ("error" in answer) is not ("text" in answer or "block" in answer)


@settings(max_examples=300)
@given(content=st.binary() | st.text().map(str.encode))
def test_no_bytes_can_stop_a_batch(content: bytes) -> None:
    """Each line is a request or says why it is none."""
    import io
    from datetime import date

    from pressdesk.answers.request import BlockRequest

    reader = LineReader(BlockRequest((), date(2026, 11, 24)), "card", "text")
    for number, line in numbered_lines(io.BytesIO(content)):
        read = reader.read(number, line)
        assert (read.request is None) is not (read.error is None)


def test_a_closed_pipe_is_quiet(washington: Run, db: Path) -> None:
    """`| head` ends a batch without a word."""
    assert washington("pressdesk office list").code == 0
    lines = b'{"office": "wash"}\n' * 5000
    done = subprocess.run(  # noqa: S602  # a shell's pipe is what is tested
        f"{sys.executable} -m pressdesk block --batch - | head -n 1",
        shell=True, input=lines, capture_output=True, check=False,
        env={"PRESSDESK_DB": str(db), "HOME": str(db.parent), "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    assert json.loads(done.stdout)["text"] == CARD
    assert done.stderr == b""
