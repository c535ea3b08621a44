"""The texts of a document's blocks, as they should stand on its pages."""

from collections.abc import Iterable, Iterator

from ligzda.publishing import (
    Block,
    Bullets,
    Chart,
    Cite,
    DataTable,
    Facts,
    Heading,
    Note,
    Paragraph,
    Prose,
)


def texts(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield each text that a reader reads: headings, paragraphs, facts, notes, items, cells.

    Long tables repeat their head, so rows are looked for one by one.
    """
    for block in blocks:
        match block:
            case Heading(text=text):
                yield text
            case Paragraph(text=text):
                yield _plain(text)
            case Note(title=title, text=text):
                yield title + _plain(text)
            case Bullets(items=items):
                yield from map(_plain, items)
            case Facts(items=facts):
                for _term, text in facts:
                    yield _plain(text)
            case DataTable():
                yield from _of_table(block)
            case Chart(caption=caption, data=data):
                yield caption
                if data is not None:
                    yield from _of_table(data)


def _of_table(table: DataTable) -> Iterator[str]:
    yield table.caption
    for row in table.rows:
        # A short cell alone would be found anywhere: in a hash, say.
        yield from ("".join(row),) if table.stays_whole(row) else row
    if table.note:
        yield table.note


def _plain(text: Prose) -> str:
    return "".join(
        each if isinstance(each, str) else each.text for each in text if not isinstance(each, Cite)
    )
