"""Rules about what became of people: state, work, income, well-being, skills. Pure: no Django."""

from typing import TYPE_CHECKING

from ligzda.indicators.definitions.rows import rows, together, yes_no
from ligzda.indicators.flat_tables import Tables

if TYPE_CHECKING:
    import ibis.expr.types as ir

CODES = (
    "follow_up_state",
    "exit_state",
    "in_paid_activity",
    "hours_per_week",
    "net_income",
    "who5",
    "soft_skills",
    "user_voice",
)

PAID = ("open_job", "wise_job", "own_enterprise", "self_employed_without_company")
"""States in paid activity (outcomes.yaml: the first four)."""
SKILLS = ("punctuality", "teamwork", "change", "communication", "self_reliance")
_WAVES = ("m6", "m12", "m24")


def follow_up_state(t: Tables) -> "ir.Table":
    """How it stands with the follow-ups that have come due, as of the day that is asked for."""
    import ibis

    each = t.follow_ups.cross_join(t.asked)
    state = ibis.cases(
        (each.answered_on.notnull() & (each.answered_on <= each.on_time_until), "in_time"),
        (each.answered_on.notnull(), "afterwards"),
        (each.lost_reason.notnull(), "given_up"),
        (each.as_of < each.opens_on, "not_yet"),
        (each.as_of <= each.on_time_until, "open"),
        else_="late",
    )
    return rows(each, unit=each.follow_up, day=each.due_on, moment=each.wave, category=state)


def exit_state(t: Tables) -> "ir.Table":
    """The main state in the reference week: at exit, and at the follow-ups that fell due."""
    return together(_at_exit(t), _afterwards(t))


def in_paid_activity(t: Tables) -> "ir.Table":
    """Whether the main state is one of the four of paid activity."""
    import ibis

    state = exit_state(t)
    return state.mutate(value=yes_no(state.category.isin(PAID)), category=ibis.null("string"))


def _at_exit(t: Tables) -> "ir.Table":
    each = t.stays.filter(t.stays.last_day.notnull() & ~t.stays.goes_on)
    return rows(
        each,
        unit=each.stay,
        day=each.last_day,
        moment="exit",
        category=each.exit_state,
        left_out=[
            ("goes_on_elsewhere", each.exit_reason == "transfer"),
            ("died", each.exit_reason == "died"),
            ("not_known", each.exit_state == "unknown"),
        ],
    )


def _afterwards(t: Tables) -> "ir.Table":
    each = t.follow_ups.filter(t.follow_ups.wave.isin(_WAVES))
    return rows(
        each,
        unit=each.follow_up,
        day=each.due_on,
        moment=each.wave,
        category=each.state,
        left_out=_unanswered(each),
    )


def _unanswered(each: "ir.Table") -> "list[tuple[str, ir.BooleanValue]]":
    missing = each.state.isnull()
    return [
        ("declined", missing & (each.lost_reason == "declined")),
        ("lost", missing & each.lost_reason.notnull()),
        ("not_answered", missing),
    ]


def hours_per_week(t: Tables) -> "ir.Table":
    """Paid hours in the reference week; nobody in no paid activity has any."""
    return together(
        *(_hours(t, moment) for moment in ("entry", "exit")),
        _hours_afterwards(t),
    )


def _hours(t: Tables, moment: str) -> "ir.Table":
    each = t.answers.filter((t.answers.questionnaire == moment) & (t.answers.moment == moment))
    worked = each.hours if moment == "entry" else _hours_of(each)
    return rows(
        each,
        unit=each.answer,
        day=each.observed_on,
        value=worked,
        left_out=[("not_answered", worked.isnull())],
    )


def _hours_afterwards(t: Tables) -> "ir.Table":
    each = t.follow_ups.filter(t.follow_ups.wave.isin(_WAVES))
    worked = _hours_of(each)
    return rows(
        each,
        unit=each.follow_up,
        day=each.due_on,
        moment=each.wave,
        value=worked,
        left_out=[*_unanswered(each), ("not_answered", worked.isnull())],
    )


def _hours_of(each: "ir.Table") -> "ir.Value":
    import ibis

    return ibis.cases((each.state.isin(PAID), each.hours), (each.state.notnull(), 0.0))


def net_income(t: Tables) -> "ir.Table":
    """Income a month from work, and from benefits, kept apart."""
    return together(*(_income(t, kind) for kind in ("work", "benefits")))


def _income(t: Tables, kind: str) -> "ir.Table":
    asked = t.answers.questionnaire.isin(("entry", "exit", "follow_up"))
    at = t.answers.moment.isin(("entry", "exit", "m12", "m24"))
    each = t.answers.filter(asked & at)
    value = each[f"income_{kind}"]
    return rows(
        each,
        unit=each.answer,
        day=each.observed_on,
        category=kind,
        value=value,
        left_out=[("not_answered", value.isnull())],
    )


def who5(t: Tables) -> "ir.Table":
    """WHO-5, 0 to 100; undefined where an item is missing."""
    each = t.answers.filter(t.answers.questionnaire == "who5")
    return rows(
        each,
        unit=each.answer,
        day=each.observed_on,
        value=each.score,
        left_out=[("item_missing", each.score.isnull())],
    )


def soft_skills(t: Tables) -> "ir.Table":
    """Each skill from 1 to 5, as the participant and as the instructor sees it."""
    each = t.answers.filter(t.answers.questionnaire == "soft_skills")
    return together(
        *(
            rows(
                each,
                unit=each.answer,
                day=each.observed_on,
                category=each.rater.concat("/", skill),
                value=each[skill],
                left_out=[("not_answered", each[skill].isnull())],
            )
            for skill in SKILLS
        )
    )


def user_voice(t: Tables) -> "ir.Table":
    """Satisfaction from 1 to 5, and whether they would choose the place again."""
    each = t.answers.filter(t.answers.questionnaire == "exit")
    return together(
        *(
            rows(
                each,
                unit=each.answer,
                day=each.observed_on,
                category=question,
                value=each[question],
                left_out=[("not_answered", each[question].isnull())],
            )
            for question in ("satisfaction", "choose_again")
        )
    )
