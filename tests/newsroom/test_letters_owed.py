"""A letter is tried until it is sent or a person sees that it was not; sent twice, it is one."""

from collections.abc import Callable

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.jobs import Job

from ligzda.kernel.jobs import LETTERS, WAITS, UntilItSucceeds
from ligzda.network.models import User
from ligzda.newsroom import actions
from ligzda.newsroom.actions import Decision, Posted, letters
from ligzda.newsroom.models import Letter
from ligzda.newsroom.states import Step

pytestmark = pytest.mark.django_db

REMOVE = Decision(step=Step.REMOVE, ground="hatred", statement="Aicina uz naidu pret kaimiņiem.")


@pytest.fixture
def letter(write: Callable[..., Posted], moderator: User) -> Letter:
    """What is owed to an author for the decision about their comment."""
    comment = write("Naids", email="anna@example.lv").comment
    actions.decide(by=moderator, comment=comment, version=comment.version, decision=REMOVE)
    return Letter.objects.latest("pk")


def test_it_is_owed_with_the_decision_and_waits_among_letters(letter: Letter) -> None:
    job = ProcrastinateJob.objects.latest("pk")
    assert (job.queue_name, job.args) == (LETTERS, {"letter": letter.pk})
    assert letter.sent_at is None


def test_a_second_job_sends_no_second_letter(letter: Letter, mailoutbox: list[object]) -> None:
    letters.send(letter.pk)
    letters.send(letter.pk)
    letter.refresh_from_db()
    assert letter.sent_at is not None
    assert len(mailoutbox) == 1


def test_what_could_not_be_sent_is_owed_on(
    letter: Letter, monkeypatch: pytest.MonkeyPatch, mailoutbox: list[object]
) -> None:
    def refuse(*given: object) -> int:
        raise OSError("No space left on device")

    with monkeypatch.context() as full:
        full.setattr(EmailBackend, "send_messages", refuse)
        with pytest.raises(OSError, match="No space"):
            letters.send(letter.pk)
    letter.refresh_from_db()
    assert letter.sent_at is None
    letters.send(letter.pk)
    assert len(mailoutbox) == 1


def test_killed_between_sending_and_noting_it_goes_out_under_the_same_name(
    letter: Letter, mailoutbox: list[mail.EmailMessage]
) -> None:
    letters.send(letter.pk)
    Letter.objects.update(sent_at=None)
    letters.send(letter.pk)
    first, second = mailoutbox
    assert first.extra_headers["Message-ID"] == second.extra_headers["Message-ID"]
    assert first.message()["Message-ID"].startswith(f"<letter-{letter.pk}.")


def test_an_address_that_was_erased_settles_it(letter: Letter, mailoutbox: list[object]) -> None:
    assert letter.step is not None
    comment = letter.step.comment
    type(comment).objects.filter(pk=comment.pk).update(email="")
    letters.send(letter.pk)
    letter.refresh_from_db()
    assert letter.sent_at is not None
    assert mailoutbox == []


def test_it_is_tried_for_more_than_four_days_and_each_wait_is_longer() -> None:
    assert sum(WAITS) > 4 * 24 * 3600
    assert sorted(WAITS) == list(WAITS)
    strategy = UntilItSucceeds()
    decisions = [
        strategy.get_retry_decision(exception=OSError(), job=_job(tried))
        for tried in range(len(WAITS) + 1)
    ]
    assert all(decisions[:-1])
    assert decisions[-1] is None


def _job(tried: int) -> Job:
    return Job(
        id=1, queue=LETTERS, lock=None, queueing_lock=None, task_name="letter", attempts=tried
    )
