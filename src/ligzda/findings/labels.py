"""Labels of records as a plan needs them: one spelling for one label, and none for what is missing.

The words by which files say that a value is missing mean that in an outcome, whatever its family.
An arm is refused with such a label, because nobody can say which it was; among sites and other
groups "NA" may be a name (Namibia), so it stays, with a note.
"""

from collections.abc import Mapping

from ligzda.evidence import Plan, Table, TableError
from ligzda.evidence.codes import Note, Remark
from ligzda.evidence.plan import FixedTerm
from ligzda.findings.file_faults import FileFault
from ligzda.labels import MISSING, label


def read_labels(
    plan: Plan, column: str, first_rows: Mapping[str, int], source: str
) -> dict[str, str]:
    """Read each distinct label of a column: as the file has it → as it is read.

    `first_rows` says where each occurs first. Raises TableError for an arm that says "missing".
    """
    read = {text: label(text) for text in first_rows}
    if column in _outcomes(plan):
        return {text: "" if _says_missing(each) else each for text, each in read.items()}
    if column in _compared(plan):
        for text, each in read.items():
            if each and _says_missing(each) and each not in _named(plan, column):
                said = FileFault.LABEL_SAYS_MISSING.of(text=each)
                raise TableError(said, source=source, column=column, row=first_rows[text])
    return read


def remarks(plan: Plan, table: Table) -> tuple[Remark, ...]:
    """Say of the labels that were kept which of them a reader should look at twice."""
    notes = []
    for column in table.columns:
        if table.column(column).dtype.kind == "f" or column in _outcomes(plan):
            continue
        alike: dict[str, str] = {}
        for text in sorted(set(table.column(column).tolist())):
            if _says_missing(text) and text not in _named(plan, column):
                notes.append(Note.LABEL_SAYS_MISSING.of(column=column, text=text))
            other = alike.setdefault(text.casefold(), text)
            if other != text:
                notes.append(Note.LABELS_BY_CASE.of(column=column, one=other, other=text))
    return tuple(notes)


def _says_missing(text: str) -> bool:
    return text.lower() in MISSING


def _outcomes(plan: Plan) -> set[str]:
    return set(plan.outcome.columns.values())


def _compared(plan: Plan) -> set[str]:
    """Return the columns whose levels are compared: the arms, and what a contrast names."""
    return {contrast.column for contrast in plan.contrasts} | {plan.roles.arm or ""}


def _named(plan: Plan, column: str) -> set[str]:
    """Return the labels that the plan itself names in a column, and so means."""
    named = {
        text
        for contrast in plan.contrasts
        if contrast.column == column
        for text in (contrast.level, contrast.versus)
    }
    named |= {
        term.reference[column]
        for term in plan.terms
        if isinstance(term, FixedTerm) and column in term.reference
    }
    if column == plan.roles.arm:
        named |= {*plan.roles.arms, plan.roles.control or ""}
    return named
