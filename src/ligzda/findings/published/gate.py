"""The way of the people of Project GATE, drawn as the flow of our own trial is."""

from collections.abc import Mapping, Sequence

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from ligzda.findings.published.tables import Arm
from ligzda.trial.running.flow import ArmFlow, Flow, svg
from ligzda.trial.running.labels import flow_words


def gate_flow(arms: Sequence[Arm], names: Mapping[bool, str]) -> SafeString:
    """Return the diagram as SVG. `names`: of the treated arm and of the other."""
    words = flow_words() | {
        "assessed": _("Applied and drawn"),
        "received": _("Counted at the start"),
        "lost": _("No answer after 18 months"),
        "analysed": _("Outcomes in this table"),
        "to_analyse": _("Without outcomes here"),
    }
    drawn = Flow(
        sum(arm.assigned for arm in arms),
        (),
        tuple(
            ArmFlow(
                names[arm.treated],
                arm.assigned,
                lost=((_("of those assigned"), arm.assigned - arm.answered[18]),),
                to_analyse=arm.assigned,
            )
            for arm in arms
        ),
    )
    return mark_safe(svg(drawn, words, title=_("Flow of Project GATE")))
