"""The charts of a decision, each with its words and its numbers."""

from ligzda.evidence.decision import Acceptance, MonteCarlo
from ligzda.findings.decision import StudyAnswer
from ligzda.findings.decision_naming import DecisionNaming
from ligzda.publishing import Chart, Column, DataTable, marks
from ligzda.publishing.curves import Line, Point, curves


def benefits(naming: DecisionNaming) -> Chart:
    """Draw the net benefit of every option at the value that decides."""
    say, found = naming.say, naming.record.decision.benefit
    rows = [
        marks.Interval(
            naming.name(one.option),
            one.benefit.lower,
            one.benefit.lower80,
            one.benefit.mean,
            one.benefit.upper80,
            one.benefit.upper,
            strong=one.option == found.best,
        )
        for one in found.options
    ]
    told = " ".join(
        say(
            "row_alt",
            name=naming.name(one.option),
            value=naming.money(one.benefit.mean),
            interval=naming.numbers.interval(
                naming.figure(one.benefit.lower), naming.figure(one.benefit.upper)
            ),
        )
        for one in found.options
    )
    columns = (
        Column(say("k_col_option"), "left"),
        Column(naming.name(naming.record.plan.effect.name), unit=naming.effect_unit()),
        Column(say("k_col_cost"), unit=naming.currency),
        Column(say("k_col_benefit"), unit=naming.currency),
        Column(say("k_col_p_best")),
        Column(say("k_col_loss"), unit=naming.currency),
    )
    decision = naming.record.decision
    body = tuple(
        (
            naming.name(one.option),
            naming.effect_span(effect),
            naming.money_span(cost),
            naming.money_span(one.benefit),
            naming.numbers.probability(one.p_best),
            naming.figure(one.expected_loss),
        )
        for one, effect, cost in zip(found.options, decision.effects, decision.costs, strict=True)
    )
    return Chart(
        marks.forest(rows, axis=naming.currency, numbers=naming.numbers, lines={"0": 0.0}),
        alternative=say("k_benefit_alt", rows=told),
        caption=say("k_benefit_caption", price=naming.money(found.willingness)),
        data=DataTable(say("k_options_table"), columns, body),
    )


def acceptability(naming: DecisionNaming) -> Chart:
    """Draw the probability of being the best buy over the range of prices."""
    say, numbers, found = naming.say, naming.numbers, naming.record.decision.curve
    lines = [
        Line(
            naming.name(option),
            tuple(
                Point(price, float(found.curve[row, place]))
                for row, price in enumerate(found.willingness)
            ),
        )
        for place, option in enumerate(found.options)
    ]
    at = naming.record.decision.benefit
    told = "; ".join(
        say("k_row_p", name=naming.name(one.option), p=numbers.probability(one.p_best))
        for one in at.options
    )
    columns = (
        Column(say("k_col_price"), "left", unit=naming.currency),
        Column(say("k_col_choice"), "left"),
        *(Column(naming.name(option)) for option in found.options),
    )
    rows = tuple(
        (
            naming.figure(price),
            naming.name(found.frontier[row]),
            *(numbers.probability(float(share)) for share in found.curve[row]),
        )
        for row, price in enumerate(found.willingness)
    )
    return Chart(
        curves(
            lines,
            axes=(say("k_curve_x", currency=naming.currency), say("k_curve_y")),
            numbers=numbers,
            percent=True,
            places={naming.money(at.willingness): at.willingness},
        ),
        alternative=say("k_curve_alt", price=naming.money(at.willingness), rows=told),
        caption=say("k_curve_caption"),
        data=DataTable(say("k_curve_table"), columns, rows),
    )


def information(naming: DecisionNaming) -> Chart:
    """Draw what each quantity is worth knowing, with two simulation errors either way."""
    say, found = naming.say, naming.record.decision.perfect
    items: list[tuple[str, MonteCarlo, float | None]] = [
        (say("k_everything"), found.evpi, 1.0 if found.evpi.value > 0 else None),
        *((naming.name(one.name), one.evppi, one.share_of_evpi) for one in found.parameters),
    ]
    rows = [
        marks.Interval(
            name,
            max(one.value - 2 * one.se, 0.0),
            max(one.value - one.se, 0.0),
            one.value,
            one.value + one.se,
            one.value + 2 * one.se,
            strong=place == 0,
        )
        for place, (name, one, _) in enumerate(items)
    ]
    told = " ".join(
        say("k_row_value", name=name, value=naming.money(one.value), se=naming.figure(one.se))
        for name, one, _ in items
    )
    columns = (
        Column(say("k_col_what"), "left"),
        Column(say("k_col_value"), unit=naming.currency),
        Column(say("k_col_se"), unit=naming.currency),
        Column(say("k_col_share")),
    )
    body = tuple(
        (
            name,
            naming.figure(one.value),
            naming.figure(one.se),
            "–" if share is None else naming.numbers.percent(share),
        )
        for name, one, share in items
    )
    return Chart(
        marks.forest(rows, axis=naming.currency, numbers=naming.numbers, lines={"0": 0.0}),
        alternative=say("k_information_alt", rows=told),
        caption=say("k_information_caption"),
        data=DataTable(say("k_information_table"), columns, body),
    )


def study(naming: DecisionNaming, answer: StudyAnswer) -> Chart:
    """Draw the value of a study over its sizes."""
    say, numbers, found = naming.say, naming.numbers, answer.information
    points = tuple(
        Point(one.size, one.evsi.value, max(one.evsi.value - 2 * one.evsi.se, 0.0),
              one.evsi.value + 2 * one.evsi.se)
        for one in found.sizes
    )  # fmt: skip
    worth = answer.value.sizes if answer.value else (None,) * len(found.sizes)
    columns = [
        Column(say("k_col_size"), "left"),
        Column(say("k_col_evsi"), unit=naming.currency),
        Column(say("k_col_se"), unit=naming.currency),
    ]
    if answer.value:
        columns += [
            Column(say("k_col_net"), unit=naming.currency),
            Column(say("k_col_se"), unit=naming.currency),
        ]
    rows = tuple(
        (
            numbers.integer(one.size),
            naming.figure(one.evsi.value),
            naming.figure(one.evsi.se),
            *((naming.figure(net.net), naming.figure(net.se)) if net else ()),
        )
        for one, net in zip(found.sizes, worth, strict=True)
    )
    first, last = found.sizes[0], found.sizes[-1]
    ceiling = naming.money(found.ceiling.value)
    return Chart(
        curves(
            [Line(naming.name(answer.name), points)],
            axes=(say("k_col_size"), f"{say('k_col_evsi')} ({naming.currency})"),
            numbers=numbers,
            levels={" ".join((say("k_ceiling"), ceiling)): found.ceiling.value},
        ),
        alternative=say(
            "k_study_alt",
            low=naming.money(first.evsi.value),
            small=numbers.integer(first.size),
            high=naming.money(last.evsi.value),
            large=numbers.integer(last.size),
            ceiling=ceiling,
        ),
        caption=say("k_study_caption"),
        data=DataTable(say("k_study_table"), tuple(columns), rows),
    )


def ranks(naming: DecisionNaming, found: Acceptance) -> Chart:
    """Draw the probability of every rank over the weights held possible."""
    say, numbers = naming.say, naming.numbers
    order = sorted(found.options, key=lambda one: (-one.ranks[0], one.option))
    told = "; ".join(
        say("k_row_p", name=naming.name(one.option), p=numbers.probability(one.ranks[0]))
        for one in order
    )
    columns = (
        Column(say("k_col_option"), "left"),
        Column(say("k_col_first")),
        Column(say("k_col_se")),
        *(Column(naming.name(name)) for name in found.criteria),
        Column(say("k_col_confidence")),
    )
    rows = tuple(
        (
            naming.name(one.option),
            numbers.probability(one.ranks[0]),
            numbers.percent(one.rank_se[0], 1),
            *(
                (numbers.percent(weight) for weight in one.central_weights)
                if one.central_weights
                else ("–" for _ in found.criteria)
            ),
            "–" if one.confidence is None else numbers.probability(one.confidence),
        )
        for one in order
    )
    return Chart(
        marks.heat(
            [naming.name(one.option) for one in order],
            [str(rank + 1) for rank in range(len(order))],
            [one.ranks for one in order],
            axis=say("k_rank_axis"),
            numbers=numbers,
        ),
        alternative=say("k_rank_alt", rows=told),
        caption=say("k_rank_caption"),
        data=DataTable(say("k_support_table"), columns, rows),
    )
