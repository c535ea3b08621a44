"""Take a comment, or refuse it with the rule it breaks."""

import datetime
import uuid
from dataclasses import dataclass, field

from django.conf import settings
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ligzda.kernel.errors import BadDataError
from ligzda.kernel.hashing import sha256
from ligzda.kernel.turns import take_turn
from ligzda.network.models import User
from ligzda.newsroom import guard, refusals, rules
from ligzda.newsroom.models import Article, Ban, Comment, Discussion, Transition
from ligzda.newsroom.queries.standing import Standing, standing
from ligzda.newsroom.states import Hold, State, Step
from ligzda.newsroom.text import (
    Faults,
    check,
    check_name,
    find_words,
    render_plain,
    render_rich,
    same_words,
    trimmed,
)

COMMENTS_PER_HOUR = 30
LONG = 40
"""Letters from which on the same words of two people are no coincidence: “Paldies!” may be said
by many, a leaflet is sent by one."""


class CommentRefusedError(BadDataError):
    """A rule stops the comment. `faults` maps the form's field to sentences; nothing is stored."""

    def __init__(self, faults: dict[str, list[str]]) -> None:
        super().__init__("; ".join(text for texts in faults.values() for text in texts))
        self.faults = faults


@dataclass(frozen=True, kw_only=True)
class Writer:
    """Who writes: an account, or a guest with a name; and the pseudonyms of their network."""

    user: User | None = None
    name: str = ""
    email: str = ""
    origin: str = ""
    origins: list[str] = field(default_factory=list)

    @property
    def person(self) -> str:
        """Return the pseudonym of the writer's address, empty without one."""
        return guard.person(self.user.email if self.user else self.email)


@dataclass(frozen=True)
class Posted:
    """A comment taken; `receipt` is the guest's secret code, known only now."""

    comment: Comment
    receipt: str = ""


def post(
    *,
    article: Article,
    parent: Comment | None,
    writer: Writer,
    text: str,
    language: str,
    token: uuid.UUID,
    worked: bool,
) -> Posted:
    """Store a comment: shown at once, or held where a rule wants a person to look first.

    The same form sent twice gives the first comment. Raises CommentRefusedError, WrongStateError.
    """
    how = rules.mode(article)
    rules.check_comment(article=article, parent=parent, how=how)
    held = _judge(writer=writer, text=text, how=how)
    now = timezone.now()
    text = trimmed(text)
    words = words_hash(text)
    with transaction.atomic():
        # Of many that one person sends at once, each is counted before the next is looked at; of
        # two with the same words the second is the duplicate.
        take_turn(f"comment by {writer.user.pk if writer.user else writer.origin}")
        take_turn(f"comment on {article.pk}: {words}")
        met = _standing(writer, article, words=words, text=text)
        _check_ban(met, writer)
        try:
            _check_rate(met, writer)
        except CommentRefusedError:
            # The same form again is neither a flood nor a duplicate.
            if (twin := Comment.objects.filter(token=token, words=words).first()) is not None:
                return Posted(twin)
            raise
        code = "" if writer.user else guard.new_receipt()
        comment = Comment(
            article=article,
            parent=parent,
            root_id=(parent.root_id or parent.pk) if parent else None,
            depth=parent.depth + 1 if parent else 0,
            author=writer.user,
            name=trimmed(writer.user.name or _("a reader") if writer.user else writer.name),
            email="" if writer.user else writer.email,
            person=writer.person,
            origin=writer.origin,
            receipt=guard.receipt_hash(code) if code else None,
            token=token,
            text=text,
            html=render_rich(text) if writer.user else render_plain(text),
            words=words,
            language=language,
            posted_at=now,
        )
        try:
            _submit(comment, held if worked or writer.user else [*held, Hold.NO_WORK])
        except IntegrityError as error:
            twin = Comment.objects.filter(token=token).first()
            if twin is None:
                raise _gone(error) from error
            if twin.words == words:  # the same form, twice at the same moment
                return Posted(twin)
            # Another text on the same form: work counts once.
            comment.token = uuid.uuid4()
            _submit(comment, held if writer.user else [*held, Hold.NO_WORK])
        return Posted(comment, code)


@transaction.atomic
def _submit(comment: Comment, held: list[str]) -> None:
    comment.held_for = held
    comment.state = State.HELD if held else State.SHOWN
    comment.save(force_insert=True)
    Transition.objects.create(
        comment=comment,
        step=Step.SUBMIT,
        after=comment.state,
        who=Transition.Who.AUTHOR,
        by=comment.author,
        at=comment.posted_at,
        detected_by_machine=bool(held),
    )


def holds(*, text: str, doubtful: bool, how: str) -> list[str]:
    """Return why a person should look before the text is shown."""
    found: list[str] = []
    if find_words(text):
        found.append(Hold.WORDS)
    if doubtful:
        found.append(Hold.LINK)
    if how == Discussion.Mode.REVIEWED:
        found.append(Hold.ARTICLE)
    return found


def judged(*, text: str, registered: bool, how: str) -> list[str]:
    """Return the holds of a text, or raise CommentRefusedError with the rules it breaks."""
    faults = check(text, registered=registered)
    if faults.broken:
        raise CommentRefusedError(
            {"text": [refusals.sentence(fault, found) for fault, found in faults.broken]}
        )
    return holds(text=text, doubtful=bool(faults.doubtful), how=how)


def _judge(*, writer: Writer, text: str, how: str) -> list[str]:
    faults: dict[str, list[str]] = {}
    held: list[str] = []
    signed = Faults() if writer.user else check_name(writer.name)
    if signed.broken:
        faults["name"] = [refusals.name_sentence(fault) for fault, _found in signed.broken]
    try:
        held = judged(text=text, registered=writer.user is not None, how=how)
    except CommentRefusedError as error:
        faults |= error.faults
    if faults:
        raise CommentRefusedError(faults)
    if writer.user is None and find_words(writer.name) and Hold.WORDS not in held:
        held.append(Hold.WORDS)
    if signed.doubtful and Hold.LINK not in held:
        held.append(Hold.LINK)
    return held


def _standing(writer: Writer, article: Article, *, words: str, text: str) -> Standing:
    return standing(
        article=article.pk,
        user=writer.user.pk if writer.user else None,
        person=writer.person,
        origin=writer.origin,
        origins=writer.origins,
        words=words,
        whoever=sum(char.isalpha() for char in text) >= LONG,
        now=timezone.now(),
    )


def check_ban(*, writer: Writer, article: Article) -> None:
    """Raise CommentRefusedError where the writer may not comment on the article for a time."""
    _check_ban(_standing(writer, article, words="", text=""), writer)


def _check_ban(met: Standing, writer: Writer) -> None:
    if met.ban is None:
        return
    ban = Ban.objects.get(pk=met.ban)
    sentence = _("Rule 3: you cannot comment until %(until)s (%(ground)s: %(statement)s).") % {
        "until": date_format(timezone.localtime(ban.ends), "SHORT_DATETIME_FORMAT"),
        "ground": ban.get_ground_display(),
        "statement": ban.statement,
    }
    if writer.user is not None and ban.user_id == writer.user.pk and ban.comment_id:
        way = _("You can object at %(address)s.") % {
            "address": reverse("newsroom:mine", args=[ban.comment_id])
        }
    else:
        way = _("You can object with the receipt code of the comment this is about.")
    raise CommentRefusedError({"text": [f"{sentence} {way}"]})


def words_hash(text: str) -> str:
    """Return what two texts share that differ in dressing only; of signs alone, the signs."""
    return sha256(same_words(text) or text)


def _check_rate(met: Standing, writer: Writer) -> None:
    if met.same:
        raise CommentRefusedError(
            {"text": [_("Rule 6: the same comment already stands under this article.")]}
        )
    a_minute = settings.NEWSROOM_COMMENTS_PER_MINUTE
    an_hour = a_minute * COMMENTS_PER_HOUR // 3
    if met.in_an_hour >= an_hour:
        limit, hour = an_hour, True
    elif met.in_a_minute >= a_minute:
        limit, hour = a_minute, False
    else:
        return
    # Nothing is wrong with the text: the box is not marked, and until when to wait is said.
    mine = {"author": writer.user} if writer.user else {"author": None, "origin": writer.origin}
    newest = Comment.objects.filter(**mine).order_by("-posted_at").values_list("posted_at")
    until = newest[limit - 1][0] + datetime.timedelta(hours=hour, minutes=not hour)
    said = refusals.limit_reached(limit, hour=hour, account=writer.user is not None, until=until)
    raise CommentRefusedError({"": [said]})


def _gone(error: IntegrityError) -> Exception:
    """Return what to tell the reader where the answered comment went meanwhile."""
    if "comment_answers_what_is_shown" in str(error) or "is not shown here" in str(error):
        sentence = _(
            "The comment you answer is no longer shown. You can still write one of your own."
        )
        return CommentRefusedError({"text": [sentence]})
    return error
