"""What the public pages state from memory (network/statements.py keeps what came of it)."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ligzda.blueprints import queries as blueprints
from ligzda.kernel.room import ToCheck
from ligzda.portal.privacy import bases


def statements() -> Iterator[ToCheck]:
    """Yield statements of law and of practices that nobody has looked up.

    Those that a page names come first: to find one asks the database nothing.
    """
    accessibility, privacy = reverse("portal:accessibility"), reverse("portal:privacy")
    yield ToCheck(
        "accessibility form",
        _("The form of this statement follows Cabinet Regulation No. 445 of 2020 as we remember "
          "it; nobody has compared it with the text yet."),
        _("Cabinet Regulation No. 445 (2020)"),
        accessibility,
    )  # fmt: skip
    yield ToCheck(
        "ombudsman",
        _("Who is not content with the answer may turn to the Ombudsman."),
        _("Cabinet Regulation No. 445 (2020)"),
        accessibility,
    )
    yield ToCheck(
        "data state inspectorate",
        _("You may complain to the Data State Inspectorate."),
        _("Regulation (EU) 2016/679, Article 77"),
        privacy,
    )
    for basis in bases():
        yield ToCheck("basis", basis, _("Regulation (EU) 2016/679"), privacy)
    for rule in blueprints.rules_touched():
        if rule.to_be_checked:
            where = reverse("portal:rules")
            models = ", ".join(model.code for model in rule.models)
            yield ToCheck("rule", rule.text, models, where, rule.latvian)
    for practice in blueprints.practices():
        if practice.fact.to_be_checked:
            where = reverse("portal:practice", args=[practice.slug])
            sources = ", ".join(practice.sources)
            yield ToCheck("practice", practice.fact.text, sources, where, practice.fact.latvian)
