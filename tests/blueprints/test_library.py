"""Verbs on the library: what is done can be undone, and what hangs on it stays."""

import pytest
from django.utils.translation import override
from tests.cast import Cast

from ligzda.blueprints import actions
from ligzda.blueprints.actions import PracticeFacts, Text
from ligzda.blueprints.forms import PracticeForm
from ligzda.blueprints.models import Exclusion, Level, Practice
from ligzda.kernel.errors import BadDataError, NotAllowedError, WrongStateError
from ligzda.network.models import AuditEvent

WORDS = Text(lv="Iemesls", en="Reason")


def level(factor: str, code: str) -> Level:
    return Level.objects.get(factor__code=factor, code=code)


def practice(code: str) -> PracticeFacts:
    return PracticeFacts(
        code=code, name=WORDS, country="LV", fact=WORDS, status="seen", sources=["latvija.lv"]
    )


def test_an_exclusion_stands_once_and_can_be_taken_back(cast: Cast) -> None:
    one, other = level("host", "university_ngo"), level("duration", "m36")
    made = actions.exclude_levels(by=cast.evaluator, one=one, other=other, reason=WORDS)
    with pytest.raises(BadDataError):
        # The other way round it is the same.
        actions.exclude_levels(by=cast.evaluator, one=other, other=one, reason=WORDS)
    with pytest.raises(BadDataError):
        actions.exclude_levels(by=cast.evaluator, one=one, other=one, reason=WORDS)
    for user in (cast.ogre, cast.participant):
        with pytest.raises(NotAllowedError):
            actions.take_back_exclusion(by=user, exclusion=made)
    actions.take_back_exclusion(by=cast.evaluator, exclusion=made)
    assert not Exclusion.objects.filter(first=one, second=other).exists()
    assert AuditEvent.objects.filter(action="exclusion.take_back").count() == 1


def test_a_practice_is_removed_unless_something_is_traced_to_it(cast: Cast) -> None:
    made = actions.add_practice(by=cast.evaluator, facts_given=practice("mistyped"))
    with pytest.raises(NotAllowedError):
        actions.remove_practice(by=cast.ogre, practice=made)
    actions.remove_practice(by=cast.evaluator, practice=made)
    assert not Practice.objects.filter(code="mistyped").exists()
    assert AuditEvent.objects.filter(action="practice.remove").count() == 1
    with pytest.raises(WrongStateError, match="M1"):
        actions.remove_practice(by=cast.evaluator, practice=Practice.objects.get(code="saime"))


@pytest.mark.parametrize("code", ["new", "import", "jauna", "sai__me"])
def test_an_address_that_is_taken_is_refused(code: str, cast: Cast) -> None:
    actions.add_practice(by=cast.evaluator, facts_given=practice("sai_me"))
    with pytest.raises(BadDataError):
        actions.add_practice(by=cast.evaluator, facts_given=practice(code))


def test_a_practice_form_says_what_value_is_wrong_and_how_it_is_right(cast: Cast) -> None:
    """Fault C14: “Jāievada derīga vērtība.”"""
    with override("lv"):
        wrong = PracticeForm({"code": "Ogre Hub", "country": "lv"}).errors
    assert wrong["code"] == ["Rakstiet mazos burtus a–z, ciparus un _, piemēram, ogre_hub."]
    assert wrong["country"] == ["Izvēlieties valsti no saraksta."]
