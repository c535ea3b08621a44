"""How the columns of a table share the width of a page."""

from ligzda.publishing import Column, DataTable

LINE = 105


def table(*columns: tuple[str, str], align: str = "left") -> DataTable:
    """Return a table of one row: head and cell of each column; numbers after the first."""
    heads = [Column(columns[0][0], "left")]
    heads += [Column(head, "left" if align == "left" else "right") for head, _ in columns[1:]]
    return DataTable("Tabula", tuple(heads), (tuple(cell for _, cell in columns),))


def test_where_a_line_has_no_room_each_column_keeps_its_longest_word() -> None:
    prose = "Pasūtītājs var rezervēt tiesības piedalīties iepirkumā. " * 3
    heads = (
        "Spēkā esošā redakcija",
        "Otrais lasījums",
        "Nr.",
        "Priekšlikumi",
        "Komisijas atzinums",
    )
    found = table(*((head, prose if place < 2 else "–") for place, head in enumerate(heads)))
    longest = [len("piedalīties"), len("piedalīties"), 3, len("Priekšlikumi"), len("Komisijas")]
    assert all(share * LINE >= word for share, word in zip(found.shares, longest, strict=True))
    assert abs(sum(found.shares) - 1) < 1e-9


def test_where_there_is_room_a_column_is_as_wide_as_what_it_holds() -> None:
    found = table(("Modelis", "Dienas centra darbnīca"), ("Daļa", "15\u00a0%"))
    assert found.shares[0] / found.shares[1] == (22 + 3) / (4 + 3)


def test_numbers_share_the_page_once_they_would_squeeze_the_names() -> None:
    """A PDF of advice printed its sums over the names of the models."""
    span = "5\u00a0900 (−10\u00a0570\u00a0…\u00a013\u00a0160)"
    wide = table(
        ("Iespēja", "Laboratorija ar izaicinājumu pasūtījumiem"), ("Izmaksas, 95 %", span),
        ("Tīrais ieguvums, 95 %", span), ("P(labākais budžetā)", "6 %"), align="right",
    )  # fmt: skip
    assert wide.crowded
    assert wide.shares[1] * LINE >= len(span)
    assert not table(("Modelis", "M1"), ("95 % intervāls", "15 … 48"), align="right").crowded
