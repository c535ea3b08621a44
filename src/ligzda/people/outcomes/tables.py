"""The answers to a questionnaire as a table, its columns made of its questions."""

from functools import cache

from django.utils.translation import gettext_lazy as _

from ligzda.kernel.tables.declaration import Column, Table
from ligzda.kernel.tables.types import DAY, Choice, Money, Whole
from ligzda.people.outcomes.models import Mode, Moment, Rater
from ligzda.people.outcomes.questionnaire import FOLDER, Question, every


@cache
def table_of(name: str) -> Table:
    """Return the table of a questionnaire: all questions of its newest version, but for words."""
    form = [one for one in every(FOLDER) if one.id == name][-1]
    return Table(
        slug=f"answers-{form.id}",
        title=form.title["en"],
        description=form.source,
        columns=(
            Column("observation", _("Number"), Whole(), optional=True, absent=True),
            Column("stay", _("Stay"), Whole()),
            Column("incubator", _("Incubator"), optional=True, absent=True),
            Column(
                "version", _("Version of the questionnaire"), Whole(), optional=True, absent=True
            ),
            Column("moment", _("Moment"), Choice(tuple(Moment.values))),
            Column("rater", _("Who answered"), Choice(tuple(Rater.values))),
            Column("mode", _("How"), Choice(tuple(Mode.values))),
            Column("observed_on", _("Answered on"), DAY),
            Column("score", _("Score"), Whole(), optional=True, absent=True),
            *(_column(one) for one in form.questions if one.type != "text"),
        ),
    )


def _column(one: Question) -> Column:
    title = one.texts["en"]
    if one.type == "choice" and isinstance(one.choices[0].code, str):
        codes = Choice(tuple(str(choice.code) for choice in one.choices))
        return Column(one.id, title, codes, optional=True, absent=True, personal=True)
    number = Money(least=one.least, most=one.most) if one.type == "amount" else Whole()
    return Column(one.id, title, number, optional=True, absent=True, personal=True)
