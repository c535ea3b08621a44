"""What search over the house finds of the claims."""

import re
from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ligzda.findings.claims_register.queries import claims
from ligzda.kernel.searching import Found, among
from ligzda.languages import Language, spoken

_SENTENCE = re.compile(r"(?<=\D\.) ")  # a number before the dot is of a date or an order


def public_claims(words: str) -> Iterator[Found]:
    """Yield the claims by their sentences in the active language."""
    return among(words, _claims(spoken(get_language())))


def _claims(language: Language) -> Iterator[Found]:
    for row in claims():
        url = reverse("findings:claim", args=[row.number])
        claimed, *rest = _SENTENCE.split(row.sentences[language], maxsplit=1)
        yield Found(_("Claims"), claimed, url, "".join(rest))
