"""What the house knows of the trial."""

from django.utils.translation import gettext_lazy as _

from ligzda.kernel.room import Addresses, Link, Page, Room
from ligzda.network.roles import Permission

ROOM = Room(
    name="trial",
    floor=5,
    question=_("how is it tested?"),
    addresses=(Addresses("ligzda.trial.urls", _("trial/")),),
    search="ligzda.trial.searching:pages",
    navigation=(Link("trial:overview", _("Trial"), 40, frozenset({"trial", "blueprints"})),),
    permissions={
        Permission.DESIGN_TRIAL: _("write the protocol and hold the draw"),
        Permission.REGISTER_TRIAL: _("register the protocol"),
        Permission.APPROVE_DEVIATION: _("approve a deviation of the trial"),
        Permission.RECORD_RUNNING: _("record fidelity and flow of an incubator"),
    },
    demonstration="ligzda.trial.demonstration:load",
    undo={"protocol.drop": "ligzda.trial.registry.actions:put_draft_back"},
    pages={
        Permission.DESIGN_TRIAL: Page("trial:protocol"),
        Permission.REGISTER_TRIAL: Page("trial:protocol"),
        Permission.APPROVE_DEVIATION: Page("trial:deviations"),
        Permission.RECORD_RUNNING: Page("trial:fidelity"),
    },
    jobs=("ligzda.trial.tasks",),
    work="ligzda.trial.work:my_work",
    notices={"trial": _("fidelity that is due, deviations that others recorded")},
    slots={
        "municipality": "ligzda.trial.slots:runs_here",
        "model": "ligzda.trial.slots:runs_model",
        "workshop trail": "ligzda.trial.slots:trail",
        "workshop checks": "ligzda.trial.slots:feasible_models",
    },
    public_pages={"trial": "trial:overview"},
    public_tables="ligzda.trial.open_data:DATASETS",
    constraint_sentences="ligzda.trial.constraint_sentences:SENTENCES",
)
