"""Blocks among lines, put in and taken out again."""

from hypothesis import given, strategies as st

from pressdesk.releases.text.lines import (
    cut_lines,
    line_end_of,
    put_between,
    replace_block,
    spans,
    take_out,
)

ends = st.sampled_from(["\n", "\r\n", "\r"])
words = st.sampled_from(["", "Ships sail.", "\x0b", "###", "\u2028"])
texts = st.lists(st.tuples(words, ends)).map(lambda them: "".join(a + b for a, b in them))
BLOCK = "Media contact\nMaria\nEmail: m@iom.int\n"


@given(texts, st.sampled_from(["", "no end"]))
def test_cut_lines_are_the_text(text: str, rest: str) -> None:
    """Cut at CR, LF and both together, and at nothing else."""
    lines = cut_lines(text + rest)
    assert "".join(lines.raw) == text + rest
    assert not any("\n" in one or "\r" in one for one in lines.plain)
    assert spans(lines, [(0, len(lines.raw) - 1)] if lines.raw else []) == (
        [(0, len(text + rest))] if lines.raw else []
    )


@given(texts, st.sampled_from(["", "###", "Ends\r\nmore"]))
def test_what_was_put_in_comes_out(before: str, after: str) -> None:
    """Every byte of the text around it is as it was."""
    whole = put_between(before, BLOCK, after)
    end = line_end_of(before, after)
    own = BLOCK.replace("\n", end)
    start = whole.index(own)
    assert take_out(whole[:start], own, whole[start + len(own) :]) == before + after


@given(texts, st.sampled_from(["", "no end"]), st.sampled_from(["", "###", "\n###"]))
def test_replacing_changes_the_block_alone(before: str, end: str, after: str) -> None:
    """And a second time nothing."""
    old = "Press contact\nTom" + ("" if end else "\n")
    once = replace_block(before, old, BLOCK, after)
    assert (once.startswith(before), once.endswith(after)) == (True, True)
    put = once[len(before) : len(once) - len(after)]
    assert replace_block(before, put, BLOCK, after) == once
