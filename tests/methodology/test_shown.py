"""What a block draws is in the language of its page."""

from typing import Any

import pytest
from django.utils import timezone
from tests.findings.frozen import predicate

from ligzda.languages import Language
from ligzda.methodology.living import shown
from ligzda.publishing import to_html_figure

LIMITS = {"mean": 0.1, "lower": -0.1, "lower80": 0.0, "upper80": 0.2, "upper": 0.3}


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "name"), [("lv", "A: cita"), ("en", "A: outside")])
def test_a_chart_names_comparisons_as_its_page_does(language: Language, name: str) -> None:
    text: Any = type("Text", (), {})
    claim, run = text(), text()
    claim.predicate = predicate(timezone.localdate())
    run.evaluation = {
        "plan": {"texts": {"lv": {"contrasts": {"A: outside": "A: cita"}}}},
        "contrasts": [{"name": "A: outside", "probability": LIMITS, "link": LIMITS}],
    }
    assert name in to_html_figure(shown.figure(claim, run, language), language)
