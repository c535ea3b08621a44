"""Outcomes: questionnaires as data, what is recorded, corrections, one question after the other."""

import datetime
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone
from django.utils.translation import override
from tests.addresses import client_of
from tests.constraints import Provocation, assert_refused
from tests.people.asked import DAY, a_stay, again, stay
from tests.people.conftest import Staff

from ligzda.kernel.confined import rows_of
from ligzda.kernel.errors import BadDataError, NotAllowedError, WrongStateError
from ligzda.network.confining import rows_of_person
from ligzda.network.models import AuditEvent, User
from ligzda.people.models import Observation, Person, Reading, Stay, UnfinishedAnswers
from ligzda.people.outcomes import actions, queries
from ligzda.people.outcomes import questionnaire as questionnaires
from ligzda.people.outcomes.actions import Observed
from ligzda.people.outcomes.questionnaire import Questionnaire, current, every, parse, questionnaire
from ligzda.people.outcomes.tables import table_of
from ligzda.server.privileges import _ROLE, SERVING

__all__ = ["stay"]
pytestmark = pytest.mark.django_db
WELL = {"cheerful": 4, "calm": 3, "active": 5, "rested": 0, "interested": 2}


def observed(name: str, at: str, said: dict[str, Any], **changed: Any) -> Observed:
    values = {
        "form": questionnaire(name), "moment": at, "rater": "participant", "mode": "phone",
        "observed_on": timezone.localdate(), "answers": said,
    }  # fmt: skip
    return Observed(**{**values, **changed})


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Refusals are read in English here; pages say them in their own language."""
    with override("en"):
        yield


# --- questionnaires ------------------------------------------------------------------------------


@pytest.mark.parametrize("form", every(questionnaires.FOLDER), ids=lambda form: form.id)
def test_a_questionnaire_says_everything_in_both_languages_and_its_source(
    form: Questionnaire,
) -> None:
    texts = [form.title, form.intro, *(one.texts for one in form.questions)]
    texts += [choice.texts for one in form.questions for choice in one.choices]
    texts += [one.unit for one in form.questions if one.unit]
    for said in texts:
        assert said["lv"].strip()
        assert said["en"].strip()
    assert form.source
    names = [one.id for one in form.questions]
    assert len(set(names)) == len(names)
    for one in form.questions:
        assert bool(one.choices) == (one.type == "choice")
    for one, only in [(each, each.only_if) for each in form.questions if each.only_if]:
        asked = form.question(only.question)
        assert set(only.among) <= {choice.code for choice in asked.choices}
        assert names.index(asked.id) < names.index(one.id)
    path = questionnaires.FOLDER / f"{form.id}-{form.version}.yaml"
    assert parse(path.read_text("utf-8")) == form


def test_wording_that_nobody_compared_says_so_in_its_language() -> None:
    form = questionnaire("who5")
    with override("lv"):
        assert not form.is_checked
        assert "dspace.rsu.lv" in form.wording_source
    with override("en"):
        assert form.is_checked


def test_who5_has_a_score_only_where_every_item_is_answered() -> None:
    form = questionnaire("who5")
    assert form.score(WELL) == 56
    assert form.score(dict.fromkeys(WELL, 5)) == 100
    assert form.score(dict.fromkeys(WELL, 0)) == 0
    for item in WELL:
        assert form.score({name: value for name, value in WELL.items() if name != item}) is None
    assert questionnaire("soft_skills").score({"punctuality": 5}) is None


@pytest.mark.parametrize(
    ("question", "text", "sentence"),
    [
        ("hours", "101", "from 0 to 100"),
        ("hours", "-1", "from 0 to 100"),
        ("hours", "7,5", "whole"),
        ("hours", "NaN", "from 0 to 100"),
        ("hours", "forty", "Write a number"),
        ("income_benefits", "10.001", "cent"),
        ("state", "rich", "Choose one"),
        ("words", "a" * 2001, "2000"),
    ],
)
def test_what_is_no_answer_is_refused(question: str, text: str, sentence: str) -> None:
    one = questionnaire("exit").question(question)
    with pytest.raises(BadDataError, match=sentence):
        one.read(text)


def test_what_is_not_asked_is_not_taken() -> None:
    form = questionnaire("follow_up")
    given = {"state": "unemployed", "hours": "40", "income_benefits": "100"}
    assert form.read("m6", given) == {"state": "unemployed"}
    given["state"] = "open_job"
    assert form.read("m12", given) == {"state": "open_job", "hours": 40, "income_benefits": 100.0}


# --- recording -----------------------------------------------------------------------------------


def test_numbers_stand_in_clear_and_words_are_sealed(stay: Stay, staff: Staff) -> None:
    said = {"state": "open_job", "hours": 40, "satisfaction": 5, "choose_again": 1,
            "words": "Paldies Ilzei"}  # fmt: skip
    row = actions.record_observation(
        by=staff.instructor, stay=stay, observed=observed("exit", "exit", said)
    )
    again = Observation.objects.get(pk=row.pk)
    assert again.answers == {name: value for name, value in said.items() if name != "words"}
    assert queries.answers_of(again) == said
    with connection.cursor() as cursor:
        for table in ("people_observation", "network_auditevent"):
            cursor.execute(f"SELECT string_agg(to_jsonb(t)::text, ' ') FROM {table} t")
            assert "Ilzei" not in cursor.fetchone()[0]
    told = AuditEvent.objects.get(action="observation.record").after
    assert "open_job" not in str(told)


def test_a_correction_stands_beside_what_it_corrects(stay: Stay, staff: Staff) -> None:
    first = actions.record_observation(
        by=staff.instructor, stay=stay, observed=observed("who5", "exit", WELL)
    )
    better = observed("who5", "exit", WELL | {"rested": 1}, mode="paper")
    second = actions.correct_observation(
        by=staff.manager, observation=first, observed=better, because="pārrakstīts nepareizi"
    )
    assert (first.score, second.score) == (56, 60)
    assert list(queries.standing([stay])) == [second]
    assert queries.older(second) == [first]
    with pytest.raises(WrongStateError, match="corrected already"):
        actions.correct_observation(
            by=staff.manager, observation=first, observed=better, because="vēlreiz"
        )
    with pytest.raises(BadDataError, match="why"):
        actions.correct_observation(
            by=staff.manager, observation=second, observed=better, because=" "
        )


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"moment": "w4"}, "not asked at this moment"),
        ({"moment": "m12"}, "too early"),
        ({"rater": "other"}, "not answered by"),
        ({"answers": {}}, "Not one question"),
        ({"observed_on": timezone.localdate() + DAY}, "not been yet"),
        ({"observed_on": datetime.date(2015, 1, 1)}, "this day was before"),
    ],
)
def test_what_cannot_be_observed_is_refused_and_nothing_written(
    changed: dict[str, Any], sentence: str, stay: Stay, staff: Staff
) -> None:
    with pytest.raises((BadDataError, WrongStateError), match=sentence):
        actions.record_observation(
            by=staff.manager, stay=stay, observed=observed("who5", "exit", WELL, **changed)
        )
    assert not Observation.objects.exists()


def test_what_must_be_known_is_asked_for_by_its_question(stay: Stay, staff: Staff) -> None:
    with pytest.raises(BadDataError, match="What did you mainly do"):
        actions.record_observation(
            by=staff.manager, stay=stay, observed=observed("follow_up", "m6", {"words": "–"})
        )


def test_at_exit_is_asked_after_the_stay_has_ended(anna: Person, staff: Staff) -> None:
    goes_on = a_stay(anna, ended=None)
    with pytest.raises(WrongStateError, match="not ended yet"):
        actions.record_observation(
            by=staff.manager, stay=goes_on, observed=observed("who5", "exit", WELL)
        )
    made = actions.record_observation(
        by=staff.manager, stay=goes_on, observed=observed("who5", "entry", WELL)
    )
    assert made.moment == "entry"


def test_recording_is_for_who_works_with_people_there(stay: Stay, staff: Staff) -> None:
    given = observed("who5", "exit", WELL)
    for other in (staff.officer, staff.participant, staff.elsewhere):
        with pytest.raises(NotAllowedError):
            actions.record_observation(by=other, stay=stay, observed=given)
    row = actions.record_observation(by=staff.instructor, stay=stay, observed=given)
    for other in (staff.officer, staff.participant, staff.elsewhere):
        with pytest.raises(NotAllowedError):
            actions.correct_observation(by=other, observation=row, observed=given, because="x")


def test_a_restricted_record_takes_no_answer_and_a_merged_one_goes_on(
    stay: Stay, anna: Person, staff: Staff
) -> None:
    other = Person.objects.get(pk=anna.pk)
    other.take_key(None)
    Person.objects.filter(pk=anna.pk).update(restricted_on=timezone.localdate())
    with pytest.raises(WrongStateError, match="restricted"):
        actions.record_observation(
            by=staff.manager, stay=Stay.objects.get(pk=stay.pk),
            observed=observed("who5", "exit", WELL),
        )  # fmt: skip


# --- pages of who works with people --------------------------------------------------------------


def test_the_page_takes_a_questionnaire_and_keeps_what_was_typed(stay: Stay, staff: Staff) -> None:
    client = client_of(staff.instructor)
    page = f"/cilveki/dalibas/{stay.pk}/atbildes/exit/exit/participant/"
    assert "Ko jūs galvenokārt darījāt" in client.get(page).content.decode()
    sent = {
        "observed_on": str(timezone.localdate()), "mode": "in_person", "state": "open_job",
        "hours": "140", "satisfaction": "4", "choose_again": "1", "words": "Labi bija",
    }  # fmt: skip
    refused = client.post(page, sent).content.decode()
    assert "no 0 līdz 100" in refused
    assert "Labi bija" in refused
    sent["hours"] = "40"
    assert client.post(page, sent).status_code == 302
    row = Observation.objects.get()
    assert row.answers["hours"] == 40
    shown = client.get(f"/cilveki/atbildes/{row.pk}/").content.decode()
    assert "Strādāju algotu darbu" in shown
    assert "40 stundas nedēļā" in shown
    again = client.post(page, sent).content.decode()
    assert "jau ir atbildēts" in again
    assert Reading.objects.filter(by=staff.instructor, what="answers").exists()
    assert client_of(staff.elsewhere).get(page).status_code == 404
    assert client_of(staff.elsewhere).get(f"/cilveki/atbildes/{row.pk}/").status_code == 404
    assert client_of(staff.officer).get(page).status_code == 403


def test_the_page_corrects_and_shows_both(stay: Stay, staff: Staff) -> None:
    row = actions.record_observation(
        by=staff.instructor, stay=stay, observed=observed("who5", "exit", WELL)
    )
    client = client_of(staff.manager)
    sent = {
        "observed_on": str(timezone.localdate()), "mode": "paper", "because": "",
        **{name: str(value) for name, value in WELL.items()}, "calm": "",
    }  # fmt: skip
    page = f"/cilveki/atbildes/{row.pk}/labot/"
    assert client.post(page, sent).status_code == 200  # it says no reason
    assert client.post(page, sent | {"because": "kļūda"}).status_code == 302
    newer = Observation.objects.get(supersedes=row)
    assert newer.score is None
    text = client.get(f"/cilveki/atbildes/{newer.pk}/").content.decode()
    assert "nav atbildēts uz visiem jautājumiem" in text
    assert text.count("Es jutos mierīgi") == 2
    assert "jau ir izlabots" in client.post(page, sent | {"because": "x"}).content.decode()


@pytest.mark.parametrize("name", [form.id for form in current()])
def test_the_table_has_a_column_for_each_closed_question(name: str) -> None:
    columns = [column.name for column in table_of(name).columns]
    closed = [one.id for one in questionnaire(name).questions if one.type != "text"]
    assert columns[-len(closed) :] == closed


def test_answers_are_taken_away_as_numbers_without_a_name(stay: Stay, staff: Staff) -> None:
    said = {"state": "open_job", "hours": 40, "words": "Ilze"}
    actions.record_observation(
        by=staff.instructor, stay=stay, observed=observed("follow_up", "m6", said)
    )
    page = "/cilveki/atbildes/follow_up/eksports/csv/"
    text = client_of(staff.social_worker).get(page).content.decode()
    assert "open_job" in text
    assert "Ilze" not in text
    assert "Bērziņa" not in text
    assert Reading.objects.filter(person=stay.person, what="export of answers").exists()
    assert client_of(staff.instructor).get(page).status_code == 404
    assert "open_job" not in client_of(staff.elsewhere).get(page).content.decode()


# --- one's own questions -------------------------------------------------------------------------


@pytest.fixture
def own(stay: Stay, staff: Staff) -> User:
    """Anna, with an account."""
    Person.objects.filter(pk=stay.person_id).update(user=staff.participant)
    return staff.participant


def test_a_participant_answers_one_question_a_page_and_goes_on_later(own: User, stay: Stay) -> None:
    client = client_of(own)
    begin = f"/cilveki/mani-jautajumi/{stay.pk}/follow_up/m6/"
    assert begin in client.get("/cilveki/mani-jautajumi/").content.decode()
    first = client.get(begin)
    assert first["Location"] == f"{begin}state/"
    assert "1. jautājums no 3" not in client.get(first["Location"]).content.decode()
    assert client.post(first["Location"], {"answer": ""}).status_code == 200  # it must be known
    second = client.post(first["Location"], {"answer": "open_job"})
    assert second["Location"] == f"{begin}hours/"
    # In the database nothing can be read of it, and nothing is counted yet.
    assert not Observation.objects.exists()
    kept = UnfinishedAnswers.objects.get()
    assert queries.unfinished(stay, questionnaire("follow_up"), "m6") == {"state": "open_job"}
    assert b"open_job" not in bytes(UnfinishedAnswers.objects.values_list("answers")[0][0])
    # The next day, on another device: where it stopped.
    client = client_of(own)
    assert client.get(begin)["Location"] == f"{begin}hours/"
    assert client.post(f"{begin}hours/", {"answer": "abc"}).status_code == 200
    assert client.post(f"{begin}hours/", {"answer": "30"})["Location"] == f"{begin}words/"
    # Another answer to the first question: the second is asked no longer.
    assert client.post(f"{begin}state/", {"answer": "inactive"})["Location"] == f"{begin}words/"
    last = client.post(f"{begin}words/", {"answer": ""})
    assert last["Location"] == f"{begin}visas/"
    assert "Nestrādāju" in client.get(last["Location"]).content.decode()
    client.post(last["Location"])
    row = Observation.objects.get()
    assert (row.answers, row.mode, row.rater) == ({"state": "inactive"}, "own_page", "participant")
    assert not UnfinishedAnswers.objects.filter(pk=kept.pk).exists()
    assert "Nestrādāju" in client.get(f"/cilveki/atbildes/{row.pk}/").content.decode()


def test_nobody_answers_for_a_participant_on_their_page(
    own: User, stay: Stay, staff: Staff
) -> None:
    begin = f"/cilveki/mani-jautajumi/{stay.pk}/follow_up/m6/"
    for other in (staff.social_worker, staff.instructor, staff.elsewhere):
        assert client_of(other).get(begin).status_code == 404
        assert client_of(other).post(f"{begin}state/", {"answer": "inactive"}).status_code == 404
    with pytest.raises(NotAllowedError):
        actions.hand_in(
            by=staff.social_worker, stay=stay, form=questionnaire("follow_up"), moment="m6"
        )
    mine = observed("soft_skills", "exit", {"teamwork": 5}, rater="instructor")
    with override("en"), pytest.raises(BadDataError, match="for yourself"):
        actions.record_observation(by=own, stay=queries.own_stays(own)[0], observed=mine)


def test_a_question_before_its_window_is_refused_on_the_page_too(own: User, stay: Stay) -> None:
    page = f"/cilveki/mani-jautajumi/{stay.pk}/follow_up/m12/state/"
    text = client_of(own).post(page, {"answer": "inactive"}).content.decode()
    assert "vēl ir par agru" in text
    assert not UnfinishedAnswers.objects.exists()


@pytest.fixture
def serving(own: User) -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute(_ROLE.format(role=SERVING))
        cursor.execute(f"SET LOCAL ROLE {SERVING}")
    yield
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")


@pytest.mark.usefixtures("serving")
def test_under_row_level_security_a_participant_writes_their_own_answers(
    own: User, stay: Stay
) -> None:
    form = questionnaire("who5")
    with rows_of_person(own.pk):
        mine = queries.own_stays(own)[0]
        for question in form.questions:
            actions.keep_answer(
                by=own, stay=mine, form=form, moment="exit", question=question, text="3"
            )
        assert actions.hand_in(by=own, stay=mine, form=form, moment="exit").score == 60
    with rows_of(()):
        assert not Observation.objects.exists()


# --- versions ------------------------------------------------------------------------------------


@pytest.fixture
def second_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A newer version of a questionnaire, which asks for teamwork no more."""
    for path in questionnaires.FOLDER.glob("*.yaml"):
        (tmp_path / path.name).write_text(path.read_text("utf-8"), "utf-8")
    lines = (tmp_path / "soft_skills-1.yaml").read_text("utf-8").splitlines()
    newer = [line for line in lines if "teamwork" not in line]
    text = "\n".join(newer).replace("version: 1", "version: 2")
    (tmp_path / "soft_skills-2.yaml").write_text(text, "utf-8")
    monkeypatch.setattr(questionnaires, "FOLDER", tmp_path)


@pytest.mark.usefixtures("second_version")
def test_what_was_answered_by_an_old_version_is_read_by_it(stay: Stay, staff: Staff) -> None:
    old = questionnaire("soft_skills", 1)
    assert questionnaire("soft_skills").version == 2
    row = actions.record_observation(
        by=staff.instructor, stay=stay,
        observed=observed("soft_skills", "exit", {"teamwork": 4}, form=old),
    )  # fmt: skip
    assert row.version == 1
    with override("en"):
        assert ("Working with others", "Often") in queries.lines(row)


# --- rows ----------------------------------------------------------------------------------------

ROWS, UNFINISHED = Observation.objects, UnfinishedAnswers.objects


def _own_ancestor() -> None:
    row = ROWS.get()
    row.supersedes_id = row.pk + 1000
    row.pk, row.sealed_as, row.corrected_because = row.supersedes_id, uuid.uuid4(), "x"
    row.save(force_insert=True)


PROVOCATIONS: dict[str, Provocation] = {
    "observation_once": lambda: again(ROWS.get()),
    "observation_supersedes_another": _own_ancestor,
    "observation_correction_says_why": lambda: again(ROWS.get(), supersedes=ROWS.get()),
    "observation_codes_are_known": lambda: again(ROWS.get(), mode="dream"),
    "observation_score_within_reason": lambda: again(ROWS.get(), moment="m6", score=101),
    "observation.as_it_was": lambda: ROWS.update(score=1),
    "unfinished_once": lambda: again(UNFINISHED.get()),
    "unfinished_moment_is_known": lambda: UNFINISHED.update(moment="never"),
}


@pytest.mark.parametrize("name", PROVOCATIONS)
def test_the_database_refuses(name: str, own: User, stay: Stay) -> None:
    stay = queries.own_stays(own)[0]
    actions.record_observation(by=own, stay=stay, observed=observed("who5", "exit", WELL))
    form = questionnaire("soft_skills")
    actions.keep_answer(
        by=own, stay=stay, form=form, moment="exit", question=form.questions[0], text="3"
    )
    assert_refused(name, PROVOCATIONS[name])
