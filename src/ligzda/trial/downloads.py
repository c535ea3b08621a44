"""The tables that pages of the trial give to download, declared."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ligzda.kernel.tables.declaration import Column, Table
from ligzda.kernel.tables.types import DAY, LABEL, NUMBER, WHOLE, YES_NO, Choice
from ligzda.trial.running.fidelity import MODERATORS, PARTS, State
from ligzda.trial.running.labels import MODERATOR_NAMES, PART_NAMES

ASSIGNMENT = Table(
    "assignment",
    _("Assignment"),
    _("Every course: which incubator runs which model, from when to when."),
    (
        Column("incubator", _("Incubator (name in addresses)"), LABEL),
        Column("name", _("Incubator")),
        Column("model", _("Model"), LABEL),
        Column("model_name", _("Name of the model")),
        Column("version", _("Version"), WHOLE),
        Column("first_day", _("First day"), DAY),
        Column("last_day", _("Last day"), DAY),
        Column("late", _("Drawn after the first day"), YES_NO),
    ),
    key="",
    public=True,
)

FIDELITY = Table(
    "fidelity",
    _("Fidelity"),
    _("Every assessment: how much of what the model plans was done in a quarter."),
    (
        Column("incubator", _("Incubator (name in addresses)"), LABEL),
        Column("quarter", _("First day of the quarter"), DAY),
        Column("model", _("Model"), LABEL),
        Column("version", _("Version"), WHOLE),
        Column(
            "state", pgettext_lazy("column", "State"), Choice(tuple(state.value for state in State))
        ),
        # A part may be more than was planned, so these are no shares of 0 to 1.
        Column("adherence", _("Adherence: done, of what was planned"), NUMBER),
        Column("weakest", _("Weakest part"), Choice(PARTS)),
        *(Column(part, PART_NAMES[part], NUMBER) for part in PARTS),
        *(Column(name, MODERATOR_NAMES[name], WHOLE, optional=True) for name in MODERATORS),
    ),
    key="",
    public=True,
)
