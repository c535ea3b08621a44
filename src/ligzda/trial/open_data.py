"""What everybody may take away, as a stranger sees it: protocols, assignment, fidelity, flow."""

from django.utils import timezone
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from ligzda.kernel.tables.dataset import Dataset, Rows
from ligzda.kernel.tables.declaration import Column
from ligzda.kernel.tables.types import DAY, NUMBER, WHOLE, YES_NO
from ligzda.languages import spoken
from ligzda.trial.assignment.queries import assignment_rows
from ligzda.trial.registry import queries
from ligzda.trial.registry.fields import said
from ligzda.trial.running import flow
from ligzda.trial.running.fidelity import MODERATORS, PARTS
from ligzda.trial.running.labels import MODERATOR_NAMES, PART_NAMES, flow_words
from ligzda.trial.running.queries import fidelity_rows, states
from ligzda.trial.running.queries import flow as flow_as_of


def _protocols() -> Rows:
    """Give the registered versions of the protocol that do not wait for their day."""
    for row in queries.protocols():
        if row.registered_at is not None:
            yield {
                "id": str(row),
                "title": said(row.content, "title", spoken(get_language()))[0],
                "registered_on": timezone.localtime(row.registered_at).date(),
                "late": row.late,
                "sha256": row.sha256,
                "changed": row.changed,
            }


def _assignment() -> Rows:
    """Give every course, with where it is today."""
    now = {
        (state.course.incubator_slug, state.course.begin): state.standing.value
        for state in states(timezone.localdate())
    }
    for row in assignment_rows():
        key = row["incubator"], row["first_day"]
        yield {**row, "id": f"{key[0]}_{key[1].isoformat()}", "state": now[key]}


def _fidelity() -> Rows:
    """Give every assessment, with the model that ran in its quarter."""
    for row in fidelity_rows():
        judged = dict.fromkeys(MODERATORS) | row
        yield {**judged, "id": f"{row['incubator']}_{row['quarter'].isoformat()}"}


def _flow() -> Rows:
    """Give the counts of the flow as of today: incubators first, then courses by model."""
    today = timezone.localdate()
    for number, (model, what, count) in enumerate(
        flow.table(flow_as_of(today), flow_words()), start=1
    ):
        yield {"id": number, "on": today, "model": model, "what": what, "count": count}


DATASETS = (
    Dataset(
        "protocols",
        _("Registered protocols"),
        _("Registered versions of the trial's protocol with the hash of their text."),
        (
            Column("id", _("Version")),
            Column("title", _("Title")),
            Column("registered_on", _("Registered on"), DAY),
            Column("late", _("Registered after the start"), YES_NO),
            Column("sha256", _("SHA-256 of the registered text")),
            Column("changed", _("What changed since the version before"), optional=True),
        ),
        source=_protocols,
        keywords=(_("trial"), _("registration")),
    ),
    Dataset(
        "assignment",
        _("Assignment"),
        _("Every course: which incubator runs which model, from when to when."),
        (
            Column("id", _("Identifier")),
            Column("incubator", _("Incubator (name in addresses)")),
            Column("name", _("Incubator"), bilingual=True),
            Column("model", _("Model")),
            Column("model_name", _("Name of the model"), bilingual=True),
            Column("version", _("Version"), WHOLE),
            Column("first_day", _("First day"), DAY),
            Column("last_day", _("Last day"), DAY),
            Column("late", _("Drawn after the first day"), YES_NO),
            Column("state", _("State: planned, running, ended, assessed, analysed")),
        ),
        source=_assignment,
        keywords=(_("trial"), _("draw")),
    ),
    Dataset(
        "fidelity",
        _("Fidelity"),
        _("Every assessment: how much of what the model plans was done in a quarter."),
        (
            Column("id", _("Identifier")),
            Column("incubator", _("Incubator (name in addresses)")),
            Column("quarter", _("First day of the quarter"), DAY),
            Column("model", _("Model")),
            Column("version", _("Version"), WHOLE),
            Column("state", pgettext_lazy("column", "State")),
            Column("adherence", _("Adherence: done, of what was planned"), NUMBER),
            Column("weakest", _("Weakest part")),
            *(Column(part, PART_NAMES[part], NUMBER) for part in PARTS),
            *(Column(name, MODERATOR_NAMES[name], WHOLE, optional=True) for name in MODERATORS),
        ),
        source=_fidelity,
        keywords=(_("trial"), _("fidelity")),
    ),
    Dataset(
        "flow",
        _("Flow of the incubators"),
        _("Counts after CONSORT as of the day they are read: incubators first, then courses."),
        (
            Column("id", _("Line"), WHOLE),
            Column("on", _("As on this day"), DAY),
            Column("model", _("Model"), bilingual=True, optional=True),
            Column("what", _("What is counted"), bilingual=True),
            Column("count", _("Count"), WHOLE),
        ),
        source=_flow,
        keywords=(_("trial"), _("flow of participants")),
    ),
)
