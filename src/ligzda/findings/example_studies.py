"""The published studies that show what an evaluation will look like, and where their files are."""

from dataclasses import dataclass
from pathlib import Path

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_PACKAGE = Path(__file__).resolve().parents[1]
_FOLDERS = (_PACKAGE / "findings" / "examples", _PACKAGE.parents[1] / "examples")
"""In an installed wheel (pyproject.toml puts them there), and in a checkout."""


@dataclass(frozen=True)
class Example:
    """A study as a page presents it; what its plan names is said by the plan itself."""

    slug: str
    name: str | Promise
    question: str | Promise
    shape: str | Promise
    source: str | Promise

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
    ),
)
