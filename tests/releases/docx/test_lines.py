"""Lines of a paragraph and of a row."""

from hypothesis import given, strategies as st

from pressdesk.releases.docx.lines import Line, Paragraph, Piece, join_pieces, merge_cells
from pressdesk.releases.seen import Link

TEXTS = st.text(st.sampled_from("ab \t"), max_size=3)


def line(number: int, text: str) -> Line:
    """Give a line of one piece."""
    return Line(number, text, (Link("a", f"#{number}"),), (Piece(text),))


@given(st.lists(st.lists(TEXTS, max_size=2), max_size=4))
def test_a_row_has_the_text_of_its_cells_and_their_links(cells: list[list[str]]) -> None:
    """In one line where it can be, in their order where it cannot; pieces are its text."""
    read = [[line(10 * place + nth, text) for nth, text in enumerate(cell)]
            for place, cell in enumerate(cells)]  # fmt: skip
    lines = merge_cells(read)
    assert all(merged.text == join_pieces(merged.pieces) for merged in lines)
    filled = [text for cell in cells for text in cell]
    if any(len(cell) > 1 for cell in cells):
        kept = [text for cell in cells if any(cell) for text in cell]
        assert [shown.text for shown in lines] == kept
    elif filled:
        (merged,) = lines
        joined = "\t".join(cell[0] if cell else "" for cell in cells)
        assert merged.text == (joined if joined.strip("\t") else "")
        assert len(merged.links) == len(filled)
    else:
        assert lines == []


def test_a_paragraph_that_goes_on_keeps_what_was_read_of_it() -> None:
    """Its number, its text, its links."""
    first, second = Paragraph(3), Paragraph(4)
    first.open_link("#x")
    first.pieces.append(Piece("a"))
    first.close_link()
    second.carry(first)
    second.pieces.append(Piece("b"))
    second.break_line()
    assert [(shown.number, shown.text, shown.links) for shown in second.lines] == [
        (3, "ab", (Link("a", "#x"),))
    ]
