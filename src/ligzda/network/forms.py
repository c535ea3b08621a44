"""Forms of the network's room."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ligzda.kernel.edited import STAMP, EditedForm
from ligzda.kernel.forms import day
from ligzda.kernel.room import Words, rooms
from ligzda.languages import LANGUAGES
from ligzda.network import audit_search, signed_file
from ligzda.network.actions import DecisionFacts, Figure
from ligzda.network.models import Decision, NoticeChoice, Partner, Permit, StatementCheck
from ligzda.network.rules import Viewer


class PartnerRoleForm(EditedForm):
    """The part that a partner takes, as everybody reads it."""

    role_lv = forms.CharField(
        label=_("What it does in the network (Latvian)"), widget=forms.Textarea(attrs={"rows": 4})
    )
    role_en = forms.CharField(
        label=_("What it does in the network (English)"), widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(self, *args: Any, partner: Partner, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"role_lv": partner.role_lv, "role_en": partner.role_en})
        super().__init__(*args, **kwargs)
        self.begin_stamp()


class AgreementForm(forms.Form):
    """The day on which a partner's agreement was signed."""

    on = day(label=_("Day on which the agreement was signed"))


def _text(label: Any, rows: int = 4, help_text: Any = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, widget=widget, required=False, help_text=help_text)


def _votes(label: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, min_value=0, max_value=1000)


class DecisionForm(EditedForm):
    """A council's decision. A draft may lack what publishing asks for; its title and day not."""

    document_title_lv = forms.CharField(label=_("Title of the decision (Latvian)"), max_length=300)
    document_title_en = forms.CharField(
        label=_("Title of the decision (English)"), max_length=300, required=False
    )
    body_lv = forms.CharField(label=_("Council (Latvian)"), max_length=200)
    body_en = forms.CharField(label=_("Council (English)"), max_length=200, required=False)
    sitting_on = day(label=_("Day of the sitting"))
    votes_for = _votes(_("Votes for"))
    votes_against = _votes(_("Votes against"))
    votes_abstained = _votes(_("Abstained"))
    text_lv = _text(_("What was decided (Latvian)"))
    text_en = _text(_("What was decided (English)"))
    permitted = forms.MultipleChoiceField(
        label=_("What it permits"),
        choices=Permit.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("What is not chosen here cannot begin, whatever the text says."),
    )
    permits_lv = _text(_("What it permits, in words (Latvian)"), 2)
    permits_en = _text(_("What it permits, in words (English)"), 2)
    valid_until = day(
        label=_("Last day it is valid"),
        required=False,
        help_text=_("Empty: until the council decides otherwise."),
    )
    document_url = forms.URLField(
        label=_("Address where the council publishes it"), required=False, assume_scheme="https"
    )
    source_lv = forms.CharField(label=_("Source (Latvian)"), max_length=300, required=False)
    source_en = forms.CharField(label=_("Source (English)"), max_length=300, required=False)
    source_url = forms.URLField(
        label=_("Address of the source"), required=False, assume_scheme="https"
    )

    def __init__(self, *args: Any, decision: Decision | None = None, **kwargs: Any) -> None:
        own = [name for name in self.base_fields if name != STAMP]
        if decision is not None:
            kwargs["initial"] = {name: getattr(decision, name) for name in own}
        super().__init__(*args, **kwargs)
        if decision is not None:
            self.begin_stamp()

    def clean(self) -> dict[str, Any]:
        """Refuse what the database would refuse, beside the field."""
        given = super().clean()
        votes = [given.get(f"votes_{each}") for each in ("for", "against", "abstained")]
        if any(vote is not None for vote in votes) and None in votes:
            self.add_error("votes_for", _("Give all three numbers of votes, or none."))
        elif votes[0] is not None and votes[1] is not None and votes[0] <= votes[1]:
            self.add_error("votes_for", _("A decision has more votes for it than against it."))
        sitting, last = given.get("sitting_on"), given.get("valid_until")
        if sitting and last and last < sitting:
            self.add_error("valid_until", _("Its last day lies before its sitting."))
        return given

    def facts(self) -> DecisionFacts:
        """Return what was filled in."""
        return DecisionFacts(**{k: v for k, v in self.cleaned_data.items() if k != STAMP})

    def sections(self) -> list[tuple[Any, list[forms.BoundField]]]:
        """Return the fields in the order of the paper itself."""
        return [
            (title, [self[name] for name in names.split()])
            for title, names in (
                (_("Decision"), "document_title_lv document_title_en text_lv text_en"),
                (
                    _("Sitting"),
                    "body_lv body_en sitting_on votes_for votes_against votes_abstained",
                ),
                (_("What it permits"), "permitted permits_lv permits_en valid_until"),
                (_("Where it stands"), "document_url source_lv source_en source_url"),
            )
        ]


class DocumentForm(forms.Form):
    """The paper of a decision."""

    title = forms.CharField(
        label=_("Title"), help_text=_("Such as: decision No. 45 with its annex."), max_length=200
    )
    file = forms.FileField(
        label=_("File"),
        help_text=_("PDF or a signed container (EDOC, ASiC-E), at most 10 MB."),
        widget=forms.FileInput(attrs={"accept": ".pdf,.edoc,.asice"}),
    )
    public = forms.BooleanField(
        label=_("Everybody may read it once the decision is published"), required=False
    )

    def clean_file(self) -> Any:
        """Refuse by size before anything is read into memory."""
        file = self.cleaned_data["file"]
        if file.size > signed_file.MOST_BYTES:
            raise forms.ValidationError(_("The file is larger than 10 MB."))
        return file


class AuditForm(forms.Form):
    """What to look for in the audit trail; offers only what this person may see."""

    by = forms.ChoiceField(label=_("Who"), required=False)
    action = forms.ChoiceField(label=_("What was done"), required=False)
    municipality = forms.ChoiceField(label=_("Whose"), required=False)
    object_id = forms.IntegerField(
        label=_("Number of the object"), required=False, min_value=1, max_value=2**62
    )
    since = day(label=_("From"), required=False)
    until = day(label=_("To"), required=False)

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered: dict[str, list[tuple[Any, str]]] = {
            "by": [(user.pk, str(user)) for user in audit_search.people(viewer)],
            "action": [(name, name) for name in audit_search.deeds(viewer)],
            "municipality": audit_search.places(viewer),
        }
        for name, choices in offered.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [("", _("all")), *choices]
        self.fields["action"].widget.attrs["lang"] = "en"

    def clean(self) -> dict[str, Any]:
        """Refuse days that stand the wrong way round."""
        given = super().clean() or self.cleaned_data
        since, until = given.get("since"), given.get("until")
        if since and until and until < since:
            self.add_error("until", _("The last day lies before the first."))
        return given

    def wanted(self) -> audit_search.AuditSearch:
        """Return what was asked for; all, where nothing was or it cannot be read."""
        if not self.is_bound or not self.is_valid():
            return audit_search.AuditSearch()
        given = self.cleaned_data
        by = int(given["by"]) if given["by"] else None
        return audit_search.AuditSearch(**{**given, "by": by})


class PopulationForm(forms.Form):
    """A population figure from an official table."""

    code = forms.ChoiceField(label=_("Municipality"))
    on = day(label=_("Day of the figure"))
    inhabitants = forms.IntegerField(label=_("Inhabitants"), min_value=1, max_value=3_000_000)
    source_lv = forms.CharField(label=_("Source (Latvian)"), max_length=300)
    source_en = forms.CharField(label=_("Source (English)"), max_length=300)

    def __init__(self, *args: Any, places: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["code"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("choose")), *places]

    def figure(self) -> Figure:
        """Return what was filled in."""
        return Figure(**self.cleaned_data)


class StatementForm(EditedForm):
    """What came of looking a statement up."""

    status = forms.ChoiceField(
        label=_("Status"), choices=StatementCheck.Status.choices, widget=forms.RadioSelect
    )
    note = forms.CharField(
        label=_("Note"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=600,
        required=False,
        help_text=_("Where it was wrong: what is right, in words that everybody may read."),
    )

    def __init__(self, *args: Any, check: StatementCheck | None = None, **kwargs: Any) -> None:
        given = {"status": StatementCheck.Status.OPEN, "note": ""}
        if check is not None:
            given = {"status": check.status, "note": check.note}
        kwargs.setdefault("initial", given)
        super().__init__(*args, **kwargs)
        self.begin_stamp()

    def clean(self) -> dict[str, Any]:
        """Refuse a correction that does not say what is right."""
        given = super().clean()
        if given.get("status") == StatementCheck.Status.CORRECTED and not given.get("note"):
            self.add_error("note", _("Say what is right instead."))
        return given


class NoticeForm(forms.Form):
    """Which letters somebody wants: a box for each kind that the rooms have."""

    letters = forms.BooleanField(label=_("Write to me when something waits"), required=False)
    language = forms.ChoiceField(label=_("Language of the letters"), choices=LANGUAGES)
    kinds = forms.MultipleChoiceField(
        label=_("Write about"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, choice: NoticeChoice, **kwargs: Any) -> None:
        known = kinds()
        kwargs.setdefault(
            "initial",
            {
                "letters": choice.letters,
                "language": choice.language,
                "kinds": [name for name in known if name not in choice.off],
            },
        )
        super().__init__(*args, **kwargs)
        field = self.fields["kinds"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = list(known.items())

    def off(self) -> list[str]:
        """Return the kinds that are not wanted."""
        return [name for name in kinds() if name not in self.cleaned_data["kinds"]]


def kinds() -> dict[str, Words]:
    """Return the kinds of work that a letter can tell of."""
    return {name: words for room in rooms() for name, words in room.notices.items()}
