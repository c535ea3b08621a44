"""Put acts and their texts into the register."""

import datetime
from dataclasses import asdict, dataclass, field

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from ligzda.drafting import DraftingError
from ligzda.kernel.errors import BadDataError, WrongStateError
from ligzda.kernel.hashing import sha256
from ligzda.kernel.texts import Text, no_text
from ligzda.legislation import failures, rules
from ligzda.legislation.drafts import act_of
from ligzda.legislation.models import Act, ActText
from ligzda.network.audit import facts, record
from ligzda.network.models import User


@dataclass(frozen=True)
class ActFacts:
    """What the register says of an act."""

    slug: str
    title: str
    kind: str
    gazette: str = ""
    publisher_url: str = ""
    need: Text = field(default_factory=no_text)
    recalled: bool = False


@transaction.atomic
def add_act(*, by: User, facts_given: ActFacts) -> Act:
    """Add an act to the register."""
    rules.check_draft(by=by)
    try:
        with transaction.atomic():
            row = Act.objects.create(**{**asdict(facts_given), "need": facts_given.need})
    except IntegrityError as error:
        raise WrongStateError(
            _("An act of this title or this name in addresses stands in the register already.")
        ) from error
    record(by=by, action="act.add", about=row, after=facts(row))
    return row


@transaction.atomic
def add_text(
    *, by: User, act: Act, on: datetime.date, source: str, text: str, excerpt: bool = False
) -> ActText:
    """Add the text of an act on a day. Raises BadDataError where it is no Latvian act."""
    rules.check_draft(by=by)
    text = text.replace("\r\n", "\n").replace("\xa0", " ").strip() + "\n"
    try:
        act_of(text)
    except DraftingError as failure:
        raise BadDataError(failures.said(failure)) from failure
    try:
        with transaction.atomic():
            row = ActText.objects.create(
                act=act,
                on=on,
                source=source.strip(),
                excerpt=excerpt,
                text=text,
                sha256=sha256(text),
                added_by=by,
            )
    except IntegrityError as error:
        raise WrongStateError(_("This text of this day stands in the register already.")) from error
    record(by=by, action="act.add_text", about=row, after=facts(row) | {"text": row.sha256})
    return row
