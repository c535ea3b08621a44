"""A decision as plain text for a terminal: what its report says, without pictures."""

from textwrap import fill

from ligzda.findings.decision import DecisionRecord
from ligzda.findings.decision_report import compose_decision
from ligzda.findings.terminal import WIDTH, table
from ligzda.languages import Language
from ligzda.publishing import Block, Chart, DataTable, Facts, Heading, Note, Paragraph


def decision_text(record: DecisionRecord, language: Language) -> str:
    """Write title, sentences and tables of the report, at most as wide as a terminal."""
    document, _ = compose_decision(record, language)
    parts = [document.title, *(part for block in document.blocks if (part := _plain(block)))]
    return "\n\n".join(parts).replace("\u00a0", " ")


def _plain(block: Block) -> str:
    match block:
        case Heading(text=text):
            return text.upper()
        case Paragraph(text=inlines):
            return fill("".join(str(getattr(part, "text", part)) for part in inlines
                                if not hasattr(part, "key")), WIDTH)  # fmt: skip
        case Note(title=title, text=inlines):
            return fill(f"{title} {''.join(map(str, inlines))}", WIDTH)
        case Chart(data=DataTable() as data) | (DataTable() as data):
            return _table(data)
        case Facts(items=items):
            return "\n".join(
                f"{term}  {''.join(str(getattr(part, 'text', part)) for part in value)}"
                for term, value in items
            )
    return ""


def _table(found: DataTable) -> str:
    """Write a table; one that is too wide, each row under its name."""
    header = [
        column.title + (f" ({column.unit})" if column.unit else "") for column in found.columns
    ]
    widths = [max(len(row[place]) for row in (header, *found.rows)) for place in range(len(header))]
    if sum(widths[1:]) + 2 * len(header) + 12 <= WIDTH:
        return f"{found.caption}\n{table(header, found.rows)}"
    lines = [found.caption]
    for row in found.rows:
        lines.append(row[0])
        for name, cell in zip(header[1:], row[1:], strict=True):
            lines.append(
                fill(f"{name}: {cell}", WIDTH, initial_indent="  ", subsequent_indent="    ")
            )
    return "\n".join(lines)
