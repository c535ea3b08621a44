"""Forms of what packages and units are linked to, and of the budget table."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ligzda.blueprints.queries import Factor
from ligzda.kernel.forms import euros
from ligzda.kernel.room import Advice
from ligzda.legislation import budget
from ligzda.legislation.composing import Place
from ligzda.legislation.models import BudgetLine


class AdviceForm(forms.Form):
    """A published recommendation that a package is to follow."""

    number = forms.ChoiceField(label=_("Recommendation"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, offered: Sequence[Advice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["number"]
        field.choices = [(str(each.number), f"{each.number}. {each.title}") for each in offered]


class LevelForm(forms.Form):
    """A unit, and the level of a factor that it decides about."""

    address = forms.ChoiceField(label=_("Unit of the act"))
    level = forms.ChoiceField(label=_("Level of a factor"))

    def __init__(
        self, *args: Any, places: Sequence[Place], factors: Sequence[Factor], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        where: Any = self.fields["address"]
        where.choices = [(each.address, f"{each.name}: {each.printed[:60]}") for each in places]
        what: Any = self.fields["level"]
        what.choices = [
            (each.name, [(f"{each.code}|{one.code}", one.label) for one in each.levels])
            for each in factors
        ]


class BudgetForm(forms.Form):
    """The typed rows of the budget table, a field for each year."""

    def __init__(
        self, *args: Any, years: Sequence[int], lines: Sequence[BudgetLine], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        there = {(each.row, each.year): each.amount for each in lines}
        for row in budget.rows():
            for year in years if not row.parts else ():
                given: dict[str, Any] = {
                    "label": f"{row.title}, {year}",
                    "required": False,
                    "initial": there.get((row.code, year)),
                }
                self.fields[_name(row.code, year)] = (
                    forms.IntegerField(min_value=0, max_value=500, **given)
                    if row.count
                    else euros(**given)
                )
        self._cells = [(row.code, y) for row in budget.rows() if not row.parts for y in years]

    def amounts(self) -> dict[tuple[str, int], Decimal | None]:
        """Return what was typed: row and year → EUR, or nothing."""
        return {cell: self.cleaned_data[_name(*cell)] for cell in self._cells}


def _name(row: str, year: int) -> str:
    return f"{row.replace('.', '_')}_{year}"
