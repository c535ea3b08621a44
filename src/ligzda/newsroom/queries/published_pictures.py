"""Which pictures are public: those that a published article or a running banner shows."""

from django.db.models import Q
from wagtail.images.models import Rendition

from ligzda.newsroom.queries.articles import live, running_banners


def rendition(name: str) -> Rendition | None:
    """Return what Wagtail has drawn under this name; None where it has drawn nothing so called."""
    found: Rendition | None = Rendition.objects.filter(file=name).first()
    return found


def is_public(picture: int) -> bool:
    """Whether a page that everybody may read shows the picture (the primary key of an Image)."""
    in_a_banner = Q(wide=picture) | Q(narrow=picture)
    return live().filter(picture=picture).exists() or running_banners().filter(in_a_banner).exists()
