"""A small world of factors for the pure tests, and the eight real models where they are here."""

from ligzda.blueprints.distance import FactorScale
from ligzda.blueprints.proposer import Exclusion, Spanning

SCALES = (
    FactorScale("host", ("service", "unit", "cooperative", "lab")),
    FactorScale("role", ("user", "employee", "tester", "founder")),
    FactorScale("market", ("open", "orders", "reserved")),
    FactorScale("training", ("bench", "modules", "circle")),
    FactorScale("duration", ("m6", "m12", "m24"), ordered=True),
)
SPANNING = (
    Spanning("A", "host", frozenset({"cooperative", "lab"})),
    Spanning("B", "role", frozenset({"tester", "founder"})),
    Spanning("C", "market", frozenset({"orders", "reserved"})),
)
PRACTICES = {
    "saime": {"host": "service", "role": "user", "training": "bench"},
    "coop": {"host": "cooperative", "role": "tester", "duration": "m24"},
    "school": {"role": "founder", "training": "circle", "duration": "m12"},
    "nothing known": {},
}
EXCLUSIONS = (
    Exclusion(("host", "service"), ("role", "founder"), "a day service founds nothing"),
    Exclusion(("role", "user"), ("market", "reserved"), "reserved contracts need employees"),
)
