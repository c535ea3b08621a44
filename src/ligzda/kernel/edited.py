"""A form of something that others may change meanwhile: whoever is second is told, not obeyed.

The form carries a stamp of what it was filled from. Where that has changed when it comes back,
nothing is written, and both texts stand side by side; sending once more is a decision then.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from ligzda.kernel.errors import WrongStateError
from ligzda.kernel.hashing import canonical_json, sha256

STAMP = "as_seen"


@dataclass(frozen=True)
class Theirs:
    """What somebody else has saved in a field meanwhile."""

    label: object
    field: str
    text: str


class EditedForm(forms.Form):
    """A form that knows what it was filled from."""

    theirs: tuple[Theirs, ...] = ()

    def begin_stamp(self) -> None:
        """Add the stamp, when every field is there."""
        self.fields[STAMP] = forms.CharField(
            required=False, widget=forms.HiddenInput, initial=self.stamp()
        )

    def stamp(self) -> str:
        """Return the hash of what the form is filled from."""
        return sha256(canonical_json(self._saved()))

    def clean(self) -> dict[str, Any]:
        """Refuse what was filled from something older."""
        given = super().clean() or {}
        self.compare(self)
        return given

    def compare(self, now: "EditedForm") -> bool:
        """Return whether this form was filled from what `now` is; refuse it where it was not.

        A form without a stamp comes from a program that does not ask.
        """
        seen = self.data.get(self.add_prefix(STAMP), "") if self.is_bound else ""
        if not seen or seen == now.stamp():
            return True
        mine = {name: _plain(_sent(self[name])) for name in self.fields}
        self.theirs = tuple(
            Theirs(
                self.fields[name].label,
                self[name].id_for_label or self[name].auto_id,
                _said(saved),
            )
            for name, saved in now._saved().items()
            if saved != mine[name]
        )
        self.add_error(
            None,
            _("Somebody has saved this meanwhile, so nothing of yours is written yet. What they "
              "saved stands below, your words in the form. Take over what should stay, and save "
              "again."),
        )  # fmt: skip
        anew = QueryDict(mutable=True)
        anew.update(self.data)
        anew[self.add_prefix(STAMP)] = now.stamp()
        self.data = anew
        return False

    def saved_words(self, name: str) -> str:
        """Return what is saved in a field, as people read it."""
        value = self._saved()[name]
        known = {str(k): str(v) for k, v in getattr(self.fields[name], "choices", ())}
        items = value if isinstance(value, list) else [value]
        return ", ".join(known.get(str(item), str(item)) for item in items)

    def _saved(self) -> dict[str, object]:
        return {
            name: _plain(self.get_initial_for_field(field, name))
            for name, field in self.fields.items()
            if name != STAMP
        }


def check_unchanged(request: HttpRequest, stamp: str) -> None:
    """Refuse to finish what somebody has changed since it was shown to be confirmed.

    `stamp` is of what there is now, read in the transaction of the act; what was shown carried its
    own along. A program that does not ask carries none.
    """
    if request.POST.get(STAMP, "") not in ("", stamp):
        raise WrongStateError(
            _("Somebody has changed this draft since you looked at it; look again.")
        )


def _sent(field: forms.BoundField) -> object:
    """Return what stands in a field; of a question with several boxes, the answer they make."""
    value = field.value()
    if isinstance(field.field, forms.MultiValueField) and isinstance(value, list):
        return field.field.compress(value)
    return value


def _plain(value: object) -> object:
    """Return a value as a browser would send it; a text in every language by language."""
    if isinstance(value, Mapping):
        said = {code: _plain(text) for code, text in sorted(value.items())}
        return "\n".join(f"{code}: {text}" for code, text in said.items() if text)
    if isinstance(value, list | tuple):
        return sorted(str(item) for item in value)
    if value in (None, False):
        return ""
    return str(value).replace("\r\n", "\n").strip()


def _said(value: object) -> str:
    return ", ".join(value) if isinstance(value, list) else str(value)
