"""What the trial's pages call states, and which models each incubator can run."""

from django import template
from django.utils.translation import gettext as _

from ligzda.blueprints import queries as blueprints
from ligzda.incubators import queries as incubators
from ligzda.trial.running.fidelity import State

register = template.Library()


@register.inclusion_tag("trial/_sites.html")
def cells_of_incubators() -> dict[str, object]:
    """Show which models each incubator can run, and why not the others."""
    every = blueprints.models()
    rows = [
        (row, [(one, row.feasible_models is None or one.code in row.feasible_models)
               for one in every])
        for row in incubators.incubators()
    ]  # fmt: skip
    return {"models": every, "rows": rows, "limited": [r for r, _m in rows if r.feasible_models]}


@register.filter
def state_name(state: State) -> str:
    """Return what a state of fidelity is called."""
    return {
        State.AS_DESIGNED: _("as designed"),
        State.IN_PART: _("in part"),
        State.NOT_RUN: _("not run as designed"),
        State.UNKNOWN: _("not assessed"),
    }[State(state)]


@register.filter
def state_class(state: State) -> str:
    """Return the class that shades a state."""
    return "fidelity-" + State(state).name.lower().replace("_", "-")
