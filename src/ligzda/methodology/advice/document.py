"""The answer as a document: the same blocks on the page and in the PDF."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ligzda.evidence.abstention import Abstained
from ligzda.evidence.codes import Remark
from ligzda.evidence.decision import Interval
from ligzda.evidence.decision.choice import Candidate, Reason
from ligzda.languages import Language
from ligzda.methodology.advice.answering import ASSURANCE, Answer, Asked
from ligzda.methodology.advice.basis import NONE, Basis
from ligzda.methodology.advice.labels import GROUP_NAMES, MODERATOR_NAMES, PREMISES, SIDES
from ligzda.publishing import (
    Block,
    Bullets,
    Chart,
    Column,
    DataTable,
    Document,
    Facts,
    Heading,
    Note,
    Numbers,
    Paragraph,
    marks,
)

_SAME = 1e-9
"""Distance in national SDs below which it is the trial's own place."""


def _number(figure: object) -> float:
    assert isinstance(figure, float)
    return figure


@dataclass(frozen=True)
class Names:
    """Names in the reader's language: of municipalities by slug, of models by code."""

    places: Mapping[str, str]
    models: Mapping[str, str]

    def model(self, code: str) -> str:
        """Name an option: a model, or none."""
        if code == NONE:
            return _("no incubator")
        return f"{code} {self.models.get(code, '')}".strip()


class Told:
    """One answer in one language."""

    def __init__(
        self, answer: Answer, asked: Asked, basis: Basis, names: Names, language: Language
    ) -> None:
        self.answer, self.asked, self.basis, self.names = answer, asked, basis, names
        self.language = language
        self.numbers = Numbers(language)

    def document(self, place: str) -> Document:
        """Compose the whole answer."""
        return Document(
            title=_("Advice for: %(place)s") % {"place": place},
            language=self.language,
            authors=(_("Ligzda, computed"),),
            date=datetime.date.fromisoformat(self.basis.as_of),
            blocks=(*self._invented(), *self.verdict(), *self.models(), *self.basis_of()),
            contents=False,
        )

    def _invented(self) -> tuple[Block, ...]:
        if not self.basis.invented:
            return ()
        told = _("The incubators, their people and their costs are invented for the demonstration.")
        return (Note(_("Invented data"), (told,), "invented"),)

    def verdict(self) -> tuple[Block, ...]:
        """Say whether there is an answer, which, and why not."""
        answer = self.answer
        reasons = [(self.reason(one),) for one in answer.reasons]
        if answer.spoken == "refuse":
            lead = _("We give no answer: the trial does not reach this municipality.")
            return (Paragraph.of(lead, lead=True), Bullets(tuple(reasons)))
        if answer.choice is None:
            lead = _("No model is left that was run as designed and that you can do.")
            return (Paragraph.of(lead, lead=True),)
        blocks: list[Block] = [Paragraph.of(self._chosen(), lead=True)]
        if answer.nearest and answer.nearest[0][1] < _SAME:
            told = _(
                "Its own model's results say more of it than this prediction, which takes it for a "
                "place like any other."
            )
            blocks.append(Note(_("This municipality was in the trial"), (told,), "note"))
        if reasons:
            blocks.append(
                Note(_("Said with a warning"), (" ".join(one for (one,) in reasons),), "caution")
            )
        return tuple(blocks)

    def reason(self, remark: Remark) -> str:
        """Say why nothing, or only little, is said."""
        figures = dict(remark.figures)
        name = str(MODERATOR_NAMES.get(str(figures.get("name")), figures.get("name")))
        if remark.code is Abstained.MISSING:
            return _("The %(name)s of this municipality is not known: give it.") % {"name": name}
        if remark.code is Abstained.FAR:
            q = self.numbers.decimal(_number(figures["q"]), 1)
            return _(
                "It lies %(q)s national standard deviations away from the municipalities of the "
                "trial, mostly by its %(name)s."
            ) % {"q": q, "name": name}
        value = str(figures["value"])
        said = str(PREMISES.get(value, GROUP_NAMES.get(value, value)))
        return _("No municipality of the trial had this (%(name)s): %(value)s.") % {
            "name": name,
            "value": said[0].lower() + said[1:],
        }

    def _chosen(self) -> str:
        choice = self.answer.choice
        assert choice is not None
        figures = dict(choice.reason.figures)
        if choice.reason.code is Reason.NONE_AFFORDABLE:
            return _(
                "Nothing is recommended: no option stays within the budget with a probability of "
                "%(assurance)s."
            ) % {"assurance": self.numbers.percent(ASSURANCE)}
        loss = self.euros(_number(figures["loss"]))
        if choice.recommended is None:
            return _(
                "Nothing is recommended: what is known does not tell the options apart. Even the "
                "best choice, %(model)s, is expected to lose %(loss)s a participant against the "
                "one that would turn out best."
            ) % {"model": self.names.model(str(figures["option"])), "loss": loss}
        best = next(one for one in choice.candidates if one.option == choice.recommended)
        return _(
            "Least is expected to be lost with: %(model)s (%(loss)s a participant; the best within "
            "the budget with a probability of %(probability)s)."
        ) % {
            "model": self.names.model(choice.recommended),
            "loss": loss,
            "probability": self.numbers.probability(best.p_best_within_budget),
        }

    def models(self) -> tuple[Block, ...]:
        """Give the table of models, the picture, and what was left out with why."""
        answer = self.answer
        blocks: list[Block] = []
        if answer.choice is not None:
            blocks += [
                Heading(_("What is expected, model by model")),
                self.picture(),
                self.money(answer.choice.candidates),
            ]
        if answer.refused:
            blocks += [
                Heading(_("Of what nothing is said")),
                Bullets(tuple((self.refused(i),) for i in range(len(answer.refused)))),
            ]
        return tuple(blocks)

    def refused(self, place: int) -> str:
        """Say why a model was left out."""
        one = self.answer.refused[place]
        if one.why == "not-run":
            return _(
                "%(model)s: it was nowhere run as designed; that is not to say that it failed."
            ) % {"model": self.names.model(one.model)}
        return _("%(model)s: you cannot do what it needs (%(sides)s).") % {
            "model": self.names.model(one.model),
            "sides": "; ".join(str(SIDES[side]) for side in one.sides),
        }

    def picture(self) -> Chart:
        """Draw the shares in paid activity, with their numbers as a table."""
        rows = self.answer.models
        unit = _("of a hundred participants in paid activity after 12 months")
        drawn = [
            marks.Interval(
                one.model,
                100 * one.outcome.lower,
                100 * one.outcome.lower80,
                100 * one.outcome.mean,
                100 * one.outcome.upper80,
                100 * one.outcome.upper,
            )
            for one in rows
        ]
        line = {_("without an incubator, as you say"): 100 * self.asked.otherwise}
        said = " ".join(
            f"{one.model}: {self.share(one.outcome.mean)} ({self.shares(one.outcome)})."
            for one in rows
        )
        table = DataTable(
            _("In paid activity after 12 months"),
            (
                Column(_("Model"), "left"),
                Column(_("Expected")),
                Column(_("80 % interval")),
                Column(_("95 % interval")),
            ),
            tuple(
                (
                    self.names.model(one.model),
                    self.share(one.outcome.mean),
                    self.shares(one.outcome, inner=True),
                    self.shares(one.outcome),
                )
                for one in rows
            ),
        )
        return Chart(
            marks.forest(drawn, axis=unit, numbers=self.numbers, lines=line),
            alternative=said,
            caption=_(
                "Thick: the 80 % interval, thin: 95 %. They hold what differs from place to place."
            ),
            data=table,
        )

    def money(self, candidates: tuple[Candidate, ...]) -> DataTable:
        """Give cost, net benefit, probability of being best, and expected loss."""
        by_model = {one.model: one for one in self.answer.models}
        rows = []
        for one in candidates:
            own = by_model.get(one.option)
            rows.append((
                self.names.model(one.option),
                self.range(own.cost) if own else "0",
                self.range(own.benefit) if own else "0",
                self.numbers.probability(one.p_affordable) if own else "–",
                self.numbers.probability(one.p_best_within_budget),
                "–" if one.expected_loss is None else self.numbers.integer(one.expected_loss),
            ))  # fmt: skip
        return DataTable(
            _("A participant: what it costs, what it is worth, how sure that is"),
            (
                Column(_("Option"), "left"),
                Column(_("Cost, 95 %"), unit="EUR"),
                Column(_("Net benefit, 95 %"), unit="EUR"),
                Column(_("P(within budget)")),
                Column(_("P(best within budget)")),
                Column(_("Expected loss"), unit="EUR"),
            ),
            tuple(rows),
            _(
                "Net benefit: what one more person in paid activity is worth to you, times the "
                "share beyond those who would be without an incubator, less the cost. Expected "
                "loss: what is forgone on average by choosing this one; “–”: it stays within the "
                "budget too seldom."
            ),
        )

    def basis_of(self) -> tuple[Block, ...]:
        """Say what the answer rests on, and what so few sites cannot promise."""
        answer, numbers = self.answer, self.numbers
        facts: list[tuple[str, tuple[str, ...]]] = []
        if answer.nearest:
            told = "; ".join(
                f"{self.names.places.get(slug, slug)} ({numbers.decimal(away, 1)})"
                for slug, away in answer.nearest[:3]
            )
            facts.append((_("Nearest places of the trial (distance in national SDs)"), (told,)))
        if answer.effective is not None:
            told = _("%(effective)s of %(sites)s") % {
                "effective": numbers.decimal(answer.effective, 1),
                "sites": answer.sites,
            }
            facts.append((_("Effective number of places that speak for this one"), (told,)))
        facts.append((
            _("Left-out places whose share lay in the 80 % interval that the others gave"),
            (_("%(held)s of %(sites)s") % {"held": answer.held, "sites": answer.sites},),
        ))  # fmt: skip
        if answer.more_data is not None and answer.perfect is not None:
            places = self.asked.places
            year = max(0.0, answer.more_data.value)
            told = _("%(year)s for your %(places)s a year; knowing everything: %(all)s") % {
                "year": self.euros(year * places),
                "places": ngettext("%(n)s place", "%(n)s places", places) % {"n": places},
                "all": self.euros(answer.perfect.value * places),
            }
            facts.append((_("What one more year of the trial's records is worth"), (told,)))
        facts.append((_("Data set (SHA-256)"), (self.basis.data_sha256,)))
        sites = answer.sites
        cannot = _(
            "%(sites)s sites cannot promise an interval that holds whatever the world is like: for "
            "95 %% of such a promise 19 sites are needed. The intervals rest on the model and its "
            "priors. Moderators are two, registered beforehand: distance from Riga and area; "
            "unemployment is not among them, because Ligzda does not have it for all "
            "municipalities. Beyond the municipalities of the trial, what the moderators do is "
            "taken to go on or to stop, with even odds."
        ) % {"sites": sites}
        return (
            Heading(_("What this rests on")),
            Facts(tuple(facts)),
            Note(_("What so few sites cannot promise"), (cannot,), "note"),
        )

    def share(self, value: float) -> str:
        """Write a share."""
        return self.numbers.percent(value)

    def shares(self, one: Interval, *, inner: bool = False) -> str:
        """Write the 95 % interval of a share; `inner`: the 80 % one."""
        if inner:
            return self.numbers.span(self.share(one.lower80), self.share(one.upper80))
        return self.numbers.span(self.share(one.lower), self.share(one.upper))

    def euros(self, value: float) -> str:
        """Write a sum, to ten EUR: the draws tell no more."""
        return f"{self.numbers.integer(round(value, -1))}\u00a0EUR"

    def range(self, one: Interval) -> str:
        """Write mean and 95 % interval of a sum."""
        mean, lower, upper = (
            self.numbers.integer(round(value, -1)) for value in (one.mean, one.lower, one.upper)
        )
        return f"{mean} ({self.numbers.span(lower, upper)})"
