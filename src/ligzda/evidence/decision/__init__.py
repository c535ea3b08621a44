"""What to decide, given joint posterior draws: economics, value of information, disputed weights.

Pure NumPy and SciPy. Arrays in (first axis: the draw), frozen records with ``to_dict()`` out;
whatever nothing can honestly be decided from is a `DecisionError`, a sentence for people.

=====================================  ============================================================
question                               face
=====================================  ============================================================
do cost and outcome go together?       `pair`, `correlation_sensitivity`
what does one option add?              `increments`, `dominance`, `cost_per_outcome`
what is it worth at a price?           `net_benefit`, `net_benefits`, `acceptability`
which one, within a budget?            `best_within_budget`
what is knowing worth?                 `evpi`, `evppi`, `perfect_information`, `over_population`
what are more data worth?              `evsi`, `evsi_over_sizes`, `study_value`
what if the weights are disputed?      `smaa`
what does society, the purse get back? `social_return`, `public_net_balance`
=====================================  ============================================================
"""

from ligzda.evidence.decision.choice import Candidate, Choice, best_within_budget
from ligzda.evidence.decision.discounting import Population, discount_factors, present_value
from ligzda.evidence.decision.dominance import Standing, dominance
from ligzda.evidence.decision.draws import MINIMUM_DRAWS, Interval, MonteCarlo
from ligzda.evidence.decision.increments import Increment, Quadrants, Ratio, increments
from ligzda.evidence.decision.joint import CorrelationCase, Joint, correlation_sensitivity, pair
from ligzda.evidence.decision.net_benefit import (
    Acceptability,
    NetBenefit,
    OptionBenefit,
    acceptability,
    net_benefit,
    net_benefits,
)
from ligzda.evidence.decision.perfect_information import (
    ParameterValue,
    PerfectInformation,
    evpi,
    evppi,
    perfect_information,
)
from ligzda.evidence.decision.public_balance import Flow, PublicBalance, public_net_balance
from ligzda.evidence.decision.quantities import Beta, Fixed, FromDraws, Triangular, Uniform
from ligzda.evidence.decision.sample_information import (
    SampleInformation,
    SizeValue,
    evsi,
    evsi_over_sizes,
)
from ligzda.evidence.decision.smaa import Acceptance, OptionSupport, ValueFunction, smaa
from ligzda.evidence.decision.social_return import Bar, SocialOutcome, SocialReturn, social_return
from ligzda.evidence.decision.studies import BinomialStudy, NormalStudy, Study
from ligzda.evidence.decision.study_value import (
    PopulationValue,
    SizeWorth,
    StudyValue,
    over_population,
    study_value,
)
from ligzda.evidence.decision.unit_cost import CostPerOutcome, cost_per_outcome
from ligzda.evidence.decision.weights import Constraint, WeightSpace
from ligzda.evidence.errors import DecisionError

__all__ = [
    "MINIMUM_DRAWS",
    "Acceptability",
    "Acceptance",
    "Bar",
    "Beta",
    "BinomialStudy",
    "Candidate",
    "Choice",
    "Constraint",
    "CorrelationCase",
    "CostPerOutcome",
    "DecisionError",
    "Fixed",
    "Flow",
    "FromDraws",
    "Increment",
    "Interval",
    "Joint",
    "MonteCarlo",
    "NetBenefit",
    "NormalStudy",
    "OptionBenefit",
    "OptionSupport",
    "ParameterValue",
    "PerfectInformation",
    "Population",
    "PopulationValue",
    "PublicBalance",
    "Quadrants",
    "Ratio",
    "SampleInformation",
    "SizeValue",
    "SizeWorth",
    "SocialOutcome",
    "SocialReturn",
    "Standing",
    "Study",
    "StudyValue",
    "Triangular",
    "Uniform",
    "ValueFunction",
    "WeightSpace",
    "acceptability",
    "best_within_budget",
    "correlation_sensitivity",
    "cost_per_outcome",
    "discount_factors",
    "dominance",
    "evpi",
    "evppi",
    "evsi",
    "evsi_over_sizes",
    "increments",
    "net_benefit",
    "net_benefits",
    "over_population",
    "pair",
    "perfect_information",
    "present_value",
    "public_net_balance",
    "smaa",
    "social_return",
    "study_value",
]
