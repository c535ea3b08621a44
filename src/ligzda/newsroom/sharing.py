"""Ways to pass an article on: plain links, and what other sites read about it."""

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

from ligzda.newsroom.models import Article

OF_THE_HOUSE = frozenset({"Ligzda", "Redakcija", "Newsroom"})
"""Bylines of no person."""


@dataclass(frozen=True)
class Share:
    """A link to a network, without its script."""

    name: str
    url: str


def links(request: HttpRequest, article: Article) -> list[Share]:
    """Return plain links to the usual networks."""
    address = request.build_absolute_uri(article.get_absolute_url())
    title = article.title
    return [
        Share(
            "Facebook", "https://www.facebook.com/sharer/sharer.php?" + urlencode({"u": address})
        ),
        Share("X", "https://x.com/intent/post?" + urlencode({"url": address, "text": title})),
        Share(
            "LinkedIn",
            "https://www.linkedin.com/sharing/share-offsite/?" + urlencode({"url": address}),
        ),
        Share("WhatsApp", "https://wa.me/?" + urlencode({"text": f"{title} {address}"})),
        Share("E-mail", f"mailto:?subject={quote(title)}&body={quote(address)}"),
    ]


def news_article(request: HttpRequest, article: Article, comments: int) -> SafeString:
    """Return the article as JSON-LD NewsArticle, safe inside a script element."""
    publisher = {"@type": "Organization", "name": "Ligzda"}
    signed = article.author in OF_THE_HOUSE
    named = {"@type": "Organization" if signed else "Person", "name": article.author}
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title,
        "description": article.lede,
        "inLanguage": article.language,
        "mainEntityOfPage": request.build_absolute_uri(article.get_absolute_url()),
        "datePublished": article.first_published_at.isoformat(),
        "dateModified": (article.last_published_at or article.first_published_at).isoformat(),
        "author": named,
        "publisher": publisher,
        "commentCount": comments,
    }
    if article.happened_on:
        data["temporalCoverage"] = article.happened_on.isoformat()
    if article.picture:
        picture = article.picture.get_rendition("width-1200")
        data["image"] = request.build_absolute_uri(picture.url)
    # As django.utils.html.json_script: no character can end the element or begin another.
    text = json.dumps(data, ensure_ascii=False)
    for char in "<>&":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return mark_safe(text)
