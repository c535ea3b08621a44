"""The published studies that show what an evaluation will look like, and where their files are."""

from dataclasses import dataclass
from pathlib import Path

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

_PACKAGE = Path(__file__).resolve().parents[1]
_FOLDERS = (_PACKAGE / "findings" / "examples", _PACKAGE.parents[1] / "examples")
"""In an installed wheel (pyproject.toml puts them there), and in a checkout."""


@dataclass(frozen=True)
class Example:
    """A study. `words`: the plan's own words, which are English, in the reader's language."""

    slug: str
    name: str | Promise
    question: str | Promise
    shape: str | Promise
    source: str | Promise
    words: tuple[tuple[str, str | Promise], ...]

    @property
    def data(self) -> Path:
        """The table of published counts."""
        return _folder() / self.slug / "data.csv"

    @property
    def plan(self) -> Path:
        """The plan of the evaluation."""
        return _folder() / self.slug / "plan.toml"


def _folder() -> Path:
    return next((folder for folder in _FOLDERS if folder.is_dir()), _FOLDERS[0])


EXAMPLES = (
    Example(
        slug="jtpa",
        name=_("Employment programme, USA (JTPA)"),
        question=_("Does a programme for people far from the labour market bring more into work?"),
        shape=_(
            "A randomised trial of 6,102 women in 16 sites. It is here for its shape: the same "
            "programme in several places, each too small to answer alone."
        ),
        source=_(
            "Source: National JTPA Study, public-use data, W. E. Upjohn Institute for Employment "
            "Research. Study: Bloom et al. (1997), Journal of Human Resources 32:549–576."
        ),
        words=(
            (
                "National JTPA Study: any earnings within 30 months",
                _("National JTPA Study: any earnings within 30 months"),
            ),
            ("any earnings", pgettext_lazy("outcome", "any earnings")),
            ("programme − control", _("programme − control")),
            ("programme − control, new site", _("programme − control, new site")),
            ("intercept", pgettext_lazy("term of a model", "intercept")),
            ("programme", pgettext_lazy("term of a model", "programme")),
            ("site", pgettext_lazy("term of a model", "site")),
            ("programme by site", _("programme by site")),
            ("Vague on the logit scale.", _("Vague on the logit scale.")),
            (
                "An odds ratio beyond 7 in either direction would be unheard of.",
                _("An odds ratio beyond 7 in either direction would be unheard of."),
            ),
            ("Local labour markets differ.", _("Local labour markets differ.")),
            (
                (
                    "The effect may differ between sites, by less than the effect of most "
                    "programmes itself."
                ),
                _(
                    "The effect may differ between sites, by less than the effect of most "
                    "programmes itself."
                ),
            ),
        ),
    ),
    Example(
        slug="thrombolytic",
        name=_("Eight drugs in 28 trials"),
        question=_("Which of eight treatments after a heart attack saves most lives?"),
        shape=_(
            "A medical example. It is here for its shape: eight arms, few of them in any one "
            "place, to be compared and ranked – as eight models in municipalities are."
        ),
        source=_(
            "Source: Boland et al. (2003), Health Technology Assessment 7(15); the table as in Lu "
            "and Ades (2006), Journal of the American Statistical Association 101:447–459."
        ),
        words=(
            (
                "Thrombolytic drugs after myocardial infarction",
                _("Thrombolytic drugs after myocardial infarction"),
            ),
            ("deaths", pgettext_lazy("outcome", "deaths")),
            ("tPA − SK, new site", _("tPA − SK, new site")),
            ("study", pgettext_lazy("term of a model", "study")),
            ("treatment", pgettext_lazy("term of a model", "treatment")),
            ("heterogeneity", pgettext_lazy("term of a model", "heterogeneity")),
            (
                (
                    "One vague intercept per trial: only comparisons within trials inform the "
                    "contrasts."
                ),
                _(
                    "One vague intercept per trial: only comparisons within trials inform the "
                    "contrasts."
                ),
            ),
            (
                "Vague; as in the published analysis.",
                _("Vague; as in the published analysis."),
            ),
            (
                (
                    "The SD of a contrast between trials; upper limit by the rule of the published "
                    "analysis."
                ),
                _(
                    "The SD of a contrast between trials; upper limit by the rule of the "
                    "published analysis."
                ),
            ),
        ),
    ),
)


def example(slug: str) -> Example | None:
    """Return the example of that name."""
    return next((row for row in EXAMPLES if row.slug == slug), None)
