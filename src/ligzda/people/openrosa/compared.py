"""Two submissions side by side, question by question."""

from django.utils.translation import gettext as _

from ligzda.people.openrosa.reading import Sent, read
from ligzda.people.openrosa.xlsform import DAY, MOMENT, RATER, STAY
from ligzda.people.outcomes.questionnaire import Question, questionnaire

Line = tuple[str, str, str, bool]
"""What is asked, the first's answer, the second's, whether they differ."""


def lines(first: str, second: str) -> list[Line]:
    """Return what two submissions say; the number of a form and its stay are the same."""
    one, other = read(first), read(second)
    form = questionnaire(one.form, one.version)

    def said(sent: Sent, each: Question) -> str:
        text = sent.values.get(each.id, "")
        return {str(one.code): str(one) for one in each.choices}.get(text, text)

    rows = [(str(each), said(one, each), said(other, each)) for each in form.questions]
    for label, name in (
        (_("Code of the stay"), STAY),
        (_("When is it?"), MOMENT),
        (_("Whose answers are they?"), RATER),
        (_("Day of the answers"), DAY),
    ):
        rows.append((label, one.values.get(name, ""), other.values.get(name, "")))
    return [(label, left or "–", right or "–", left != right) for label, left, right in rows]
