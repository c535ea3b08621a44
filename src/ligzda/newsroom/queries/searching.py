"""What search over the house finds of the news."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from ligzda.kernel.searching import MOST_CHARACTERS, Found
from ligzda.newsroom.queries.articles import Place, listed


def articles(words: str) -> Iterator[Found]:
    """Yield the first page of what the news themselves find."""
    for article in listed(Place(words=words[:MOST_CHARACTERS])).articles:
        yield Found(_("News"), article.title, article.get_absolute_url(), article.lede)
