"""What the trial's pages call states."""

from django import template
from django.utils.translation import gettext as _

from ligzda.trial.running.fidelity import State

register = template.Library()


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
