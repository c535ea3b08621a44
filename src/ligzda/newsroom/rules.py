"""Who may do what in the newsroom, and in which state."""

import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, Q
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Revision

from ligzda.kernel.errors import NotAllowedError, WrongStateError
from ligzda.network.models import Undoable, User
from ligzda.network.roles import Permission
from ligzda.network.rules import Viewer, check_permission, has_permission, roles_held
from ligzda.newsroom.models import Article, Ban, Comment, Discussion, Transition
from ligzda.newsroom.models.comments import DEEPEST
from ligzda.newsroom.states import DECISIONS, PUBLIC, State, Step

ANSWERED_GONE = gettext_lazy(
    "The comment you answer is no longer shown. You can still write one of your own."
)
EDIT_MINUTES = 15
UNDO_MINUTES = 30


def check_write_news(*, by: Viewer) -> None:
    """Drafts are written by coordinators and editors."""
    if not (has_permission(by, Permission.PUBLISH_NEWS) or _writes_somewhere(by)):
        raise NotAllowedError(_("Articles are written by editors and coordinators."))


def check_publish_news(*, by: Viewer) -> None:
    """Editors review and publish."""
    check_permission(by, Permission.PUBLISH_NEWS, _("Articles are published by editors."))


def check_edit_article(*, by: Viewer, article: Article) -> None:
    """Editors see every article; a coordinator those of their municipality and those they began."""
    if has_permission(by, Permission.PUBLISH_NEWS):
        return
    mine = Article.objects.filter(pk=article.pk)
    if not (isinstance(by, User) and mine.filter(own_articles(by)).exists()):
        raise NotAllowedError(_("This article belongs to another municipality."))


def own_articles(by: User) -> Q:
    """Return which articles a coordinator writes: of their municipality, or begun by themselves."""
    own = [
        partner.municipality_id
        for role, partner in roles_held(by)
        if Permission.WRITE_NEWS in role.permissions
    ]
    about = Article.municipalities.through.objects.filter(municipality__in=own)
    return Q(pk__in=about.values("article_id")) | written_articles(by)


def written_articles(by: User) -> Q:
    """Return which articles somebody has written or changed."""
    kind = ContentType.objects.get_for_model(Article)
    # Wagtail keeps the number of what is revised as text.
    revised = Revision.objects.filter(base_content_type=kind, user=by.pk).annotate(
        number=Cast("object_id", BigIntegerField())
    )
    return Q(pk__in=revised.values("number"))


def check_moderate(*, by: Viewer) -> None:
    """Comments are looked after by moderators."""
    check_permission(by, Permission.MODERATE, _("Comments are reviewed by moderators only."))


def check_comment(*, article: Article, parent: Comment | None, how: str) -> None:
    """A live article takes comments as its discussion does (`how`, from `mode`)."""
    if not article.live:
        raise WrongStateError(_("This article is not published."))
    if how == Discussion.Mode.CLOSED:
        raise WrongStateError(_("Comments on this article are closed."))
    if parent is None:
        return
    if parent.article_id != article.pk or parent.state not in PUBLIC:
        raise WrongStateError(str(ANSWERED_GONE))
    if parent.depth >= DEEPEST:
        raise WrongStateError(
            _("Answers go three levels deep. Answer the comment above this one instead.")
        )


def check_edit(*, comment: Comment, mine: bool) -> None:
    """An author may edit for fifteen minutes, while nobody has objected."""
    if not mine:
        raise NotAllowedError(_("Only its author can edit a comment."))
    if comment.state not in (State.SHOWN, State.HELD):
        raise WrongStateError(_("This comment can no longer be edited."))
    age = timezone.now() - comment.posted_at
    if age.total_seconds() > EDIT_MINUTES * 60:
        raise WrongStateError(
            _("A comment can be edited for %(minutes)d minutes; they are over.")
            % {"minutes": EDIT_MINUTES}
        )


def check_withdraw(*, comment: Comment, mine: bool) -> None:
    """An author may take back what is shown or waits."""
    if not mine:
        raise NotAllowedError(_("Only its author can withdraw a comment."))
    if comment.state not in (*PUBLIC, State.HELD):
        raise WrongStateError(_("This comment can no longer be withdrawn."))


def undoable_until(withdrawn: Transition) -> datetime.datetime:
    """Return until when a withdrawal can be undone."""
    return withdrawn.at + Undoable.LASTS


def withdrawal(comment: Comment) -> Transition | None:
    """Return the step that withdrew a comment, while nothing has followed it."""
    last = comment.transitions.order_by("-pk").first()
    return last if last is not None and last.step == Step.WITHDRAW else None


def check_undo_withdrawal(*, comment: Comment, mine: bool) -> None:
    """An author may undo it for ten minutes, unless they said the same again meanwhile."""
    if not mine:
        raise NotAllowedError(_("Only its author can undo the withdrawal of a comment."))
    last = withdrawal(comment)
    if last is None:
        raise WrongStateError(_("This comment is not withdrawn."))
    if not comment.text:
        raise WrongStateError(_("The comment is erased; nothing is left to bring back."))
    if timezone.now() > undoable_until(last):
        raise WrongStateError(
            _("This can be undone no longer: ten minutes are over, or it is done.")
        )
    again = Comment.objects.filter(article=comment.article_id, words=comment.words)
    if again.filter(state__in=[*PUBLIC, State.HELD], **_same_writer(comment)).exists():
        raise WrongStateError(_("You have posted the same text again meanwhile; it stands there."))


def check_erase_own(*, comment: Comment, mine: bool) -> None:
    """A guest may have everything erased at once (GDPR Art. 17); an account's is erased whole."""
    if not mine:
        raise NotAllowedError(_("Only its author can erase a comment."))
    if comment.author_id is not None:
        raise WrongStateError(_("The administrator of the network erases what an account wrote."))
    if comment.state == State.APPEALED:
        raise WrongStateError(_("Your appeal is being decided; after that you can erase it."))
    if not comment.text:
        raise WrongStateError(_("Nothing is left to erase."))


def check_report(*, comment: Comment) -> None:
    """What is shown can be reported."""
    if comment.state not in PUBLIC:
        raise WrongStateError(_("This comment is not shown any more."))


def check_appeal(*, comment: Comment, mine: bool) -> None:
    """The author of a restricted comment may ask for a second look, once."""
    if not mine:
        raise NotAllowedError(_("Only its author can appeal."))
    if hasattr(comment, "appeal"):
        raise WrongStateError(_("A decision can be appealed once; yours has been."))
    if comment.state not in (State.REMOVED, State.REJECTED):
        raise WrongStateError(_("There is no decision here to appeal."))
    if not comment.text:
        raise WrongStateError(_("The six months for an appeal are over; the text is deleted."))


def check_ban(*, by: User, comment: Comment) -> None:
    """One ban at a time for one person in one place; nobody bans themselves."""
    check_moderate(by=by)
    check_not_own(by=by, comment=comment)
    here = Q(article__isnull=True) | Q(article=comment.article_id)
    in_force = Ban.objects.filter(here, lifted_at__isnull=True, ends__gt=timezone.now())
    earlier = in_force.filter(Q(comment=comment) | _same_person(comment)).order_by("-ends").first()
    if earlier is not None:
        raise WrongStateError(
            _("Its author is kept from commenting already, until %(until)s (ban no. %(number)s).")
            % {
                "until": date_format(timezone.localtime(earlier.ends), "SHORT_DATETIME_FORMAT"),
                "number": earlier.pk,
            }
        )


def _same_person(comment: Comment) -> Q:
    """Return which bans are about the author of a comment, as far as they are known."""
    if comment.author_id is not None:
        return Q(user=comment.author_id)
    if comment.person:
        return Q(person=comment.person)
    if comment.origin:  # all that is known; another's address in that network is another person
        return Q(origin=comment.origin, person="", user__isnull=True)
    return Q(pk__in=())


def _same_writer(comment: Comment) -> dict[str, object]:
    """Return the filter for comments of the same account, or of a guest's network."""
    if comment.author_id is not None:
        return {"author": comment.author_id}
    return {"author": None, "origin": comment.origin}


def check_object(*, ban: Ban, mine: bool) -> None:
    """The person who is kept from commenting may ask for a second look, once."""
    if not mine:
        raise NotAllowedError(_("Only the person it is about can object to a ban."))
    if ban.objected_at is not None:
        raise WrongStateError(_("A ban can be objected to once; you have."))
    if not ban.in_force:
        raise WrongStateError(_("This ban is over already."))


def check_answer_objection(*, by: User, ban: Ban) -> None:
    """Whoever banned a person does not judge the objection, where there is anybody else."""
    check_moderate(by=by)
    if ban.objected_at is None or ban.answered_at is not None:
        raise WrongStateError(_("No objection to this ban waits for an answer."))
    if ban.by_id == by.pk and other_moderators(by):
        raise NotAllowedError(
            _("You made the decision that is appealed; another moderator looks at it.")
        )


def check_not_own(*, by: User, comment: Comment) -> None:
    """Nobody decides about what they wrote themselves."""
    if comment.author_id == by.pk:
        raise NotAllowedError(_("This comment is your own; another moderator decides."))


def check_decide_appeal(*, by: User, comment: Comment) -> None:
    """Whoever restricted a comment does not judge the appeal, where there is anybody else."""
    check_moderate(by=by)
    if comment.state != State.APPEALED:
        raise WrongStateError(_("This appeal has been decided."))
    decided = comment.transitions.filter(step__in=("remove", "reject")).order_by("-pk").first()
    if decided is not None and decided.by_id == by.pk and other_moderators(by):
        raise NotAllowedError(
            _("You made the decision that is appealed; another moderator looks at it.")
        )


def check_undo(*, by: User, transition: Transition) -> None:
    """A moderator may undo their own last decision for half an hour."""
    check_moderate(by=by)
    if transition.by_id != by.pk or transition.step not in DECISIONS:
        raise NotAllowedError(_("You can undo your own decisions only."))
    last = transition.comment.transitions.order_by("-pk").first()
    if last is None or last.pk != transition.pk:
        raise WrongStateError(_("Something has happened to this comment since; look at it again."))
    age = timezone.now() - transition.at
    if age.total_seconds() > UNDO_MINUTES * 60:
        raise WrongStateError(
            _("A decision can be undone for %(minutes)d minutes; they are over.")
            % {"minutes": UNDO_MINUTES}
        )


def mode(article: Article) -> str:
    """Return how the article takes comments; without a row it is open."""
    if Article.discussion.is_cached(article):  # fetched with it, in the same request
        discussion = getattr(article, "discussion", None)
    else:
        discussion = Discussion.objects.filter(article=article).first()
    return discussion.mode if discussion else Discussion.Mode.OPEN


def _writes_somewhere(by: Viewer) -> bool:
    return any(Permission.WRITE_NEWS in role.permissions for role, _partner in roles_held(by))


def other_moderators(by: User) -> bool:
    """Whether anybody else moderates today."""
    from ligzda.network.models import Membership
    from ligzda.network.roles import ROLES

    keys = [role.key for role in ROLES if Permission.MODERATE in role.permissions]
    held = Membership.objects.filter(
        role__in=keys, period__contains=timezone.localdate(), user__is_active=True
    )
    return held.exclude(user=by).exists()
