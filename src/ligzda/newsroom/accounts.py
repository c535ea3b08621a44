"""What the demonstration has in the newsroom: a comment to review, a draft to finish."""

import uuid

from django.utils.translation import override

from ligzda.network.audit import record
from ligzda.network.models import User
from ligzda.network.roles import Editor
from ligzda.newsroom.actions.posting import Writer, post
from ligzda.newsroom.models import Article, Comment

_FORM = uuid.uuid5(uuid.NAMESPACE_URL, "ligzda:demonstration:comment")
_LANGUAGE = "lv"
_TEXT = "Komentārs ir izdomāts demonstrācijai. Vai darbnīcas Ogrē būs vaļā arī vakaros?"
_WRITER = Writer(name="Izdomāta lasītāja")

_DRAFT = {
    "slug": "atverto-durvju-diena-izdomata",
    "author": "Ligzda",
    "title_lv": "Atvērto durvju diena darbnīcās (izdomāts melnraksts)",
    "lede_lv": "Melnraksts ir izdomāts demonstrācijai, lai redaktorei būtu ko pabeigt.",
    "body_lv": "<p>Kad un kur durvis būs atvērtas, vēl jāuzraksta.</p>",
}


def give(*, by: User) -> None:
    """Let somebody comment the first article and the editor begin another; each once."""
    _comment()
    editor = User.objects.filter(is_demo=True, memberships__role=Editor.key).first()
    if editor is not None and not Article.objects.filter(slug=_DRAFT["slug"]).exists():
        draft = Article.objects.create(**_DRAFT, live=False)
        draft.save_revision(user=editor)
        record(by=editor, action="load article", about=draft, after={"slug": draft.slug})


def _comment() -> None:
    """Comment as a guest whose browser gave no proof of work: a person has to look first."""
    article = Article.objects.filter(live=True).order_by("pk").first()
    if article is None or Comment.objects.filter(token=_FORM).exists():
        return
    with override(_LANGUAGE):
        post(
            article=article,
            parent=None,
            writer=_WRITER,
            text=_TEXT,
            language=_LANGUAGE,
            token=_FORM,
            worked=False,
        )
