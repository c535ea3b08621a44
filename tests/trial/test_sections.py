"""The protocol is written a section at a time: what each still lacks, and nothing else touched."""

import re
from html import unescape

import pytest
from tests.trial.conftest import TrialCast, _loaded, cast, content, draft, sent
from tests.trial.test_pages import address, as_user

from ligzda.trial.registry.fields import SECTIONS
from ligzda.trial.registry.models import ProtocolVersion

__all__ = ["_loaded", "cast", "draft"]
pytestmark = pytest.mark.django_db


def of(section: str, **changed: str) -> dict[str, str]:
    """Return what the form of a section sends."""
    part = next(row for row in SECTIONS if row.key == section)
    return sent({field.key: content().get(field.key, "") for field in part.fields}) | changed


def test_a_section_is_saved_and_leads_on_and_leaves_the_others(
    cast: TrialCast, draft: ProtocolVersion
) -> None:
    client, here = as_user(cast.evaluator), address("trial:edit", str(draft))
    before = dict(draft.content)
    design = next(row for row in SECTIONS if row.key == "design")
    # Words of no language that are saved again are of the house's first.
    here_by_language = {f.key: {"lv": before[f.key]} for f in design.fields if f.worded}
    page = client.get(f"{here}?section=design").content.decode()
    assert 'id="id_unit_0"' in page
    assert 'id="id_abstract_0"' not in page
    sent = of("design", unit_lv="inkubators") | {"following": "outcomes"}
    answer = client.post(f"{here}?section=design", sent)
    assert answer["Location"] == f"{here}?section=outcomes"
    draft.refresh_from_db()
    assert draft.content == before | here_by_language | {"unit": {"lv": "inkubators"}}
    assert draft.plan, "the plan stands in a section of its own"


def test_each_section_says_by_name_what_it_lacks(cast: TrialCast, draft: ProtocolVersion) -> None:
    ProtocolVersion.objects.filter(pk=draft.pk).update(
        content={k: v for k, v in draft.content.items() if k not in ("ethics", "unit", "missing")},
        plan="title = 3 =",
    )
    client, here = as_user(cast.evaluator), address("trial:edit", str(draft))
    page = unescape(client.get(f"{here}?section=design").content.decode())
    nav = page.partition('aria-labelledby="parts"')[2].partition("</nav>")[0]
    links = dict(re.findall(r'<a href="([^"]*#[^"]*)">([^<]*)</a>', nav))
    assert links == {
        f"{here}?section=about#id_ethics_0": "Ētika",
        "#id_unit_0": "Piešķiršanas vienība",
        f"{here}?section=analysis#id_missing_0": "Trūkstošie dati",
        f"{here}?section=plan#id_plan_toml": "plāns, ko var izpildīt",
    }
    assert nav.count("pilnīga") == 2, "outcomes, and what is asked after the trial"
    whole = client.get(here).content.decode()
    assert 'href="#id_ethics_0"' in whole


def test_two_people_at_two_sections_are_in_nobodys_way(
    cast: TrialCast, draft: ProtocolVersion
) -> None:
    here = address("trial:edit", str(draft))
    first, second = as_user(cast.evaluator), as_user(cast.second)
    stamps = [
        each.get(f"{here}?section={section}").context["form"]["as_seen"].value()
        for each, section in ((first, "about"), (second, "design"))
    ]
    mine = of("about", abstract_lv="Pirmās teksts.", as_seen=stamps[0])
    assert first.post(f"{here}?section=about", mine).status_code == 302
    theirs = of("design", unit_lv="vieta", as_seen=stamps[1])
    assert second.post(f"{here}?section=design", theirs).status_code == 302
    draft.refresh_from_db()
    assert draft.content["abstract"] == {"lv": "Pirmās teksts."}
    assert draft.content["unit"] == {"lv": "vieta"}


def test_a_wrong_answer_in_a_section_is_summed_up_above_it(
    cast: TrialCast, draft: ProtocolVersion
) -> None:
    client, here = as_user(cast.evaluator), address("trial:edit", str(draft))
    page = client.post(f"{here}?section=about", of("about", trial_ends="1999-01-01"))
    text = page.content.decode()
    summary = text.partition('id="refused"')[2].partition("</div>")[0]
    assert 'href="#id_trial_ends"' in summary
    odd = client.get(f"{here}?section=nowhere")
    assert odd.status_code == 200
    assert 'id="id_abstract_0"' in odd.content.decode()
