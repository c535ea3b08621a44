"""The form behind the link of a letter: a new password, and for who is invited their own name."""

from typing import Any

from allauth.account.forms import ResetPasswordKeyForm
from django import forms
from django.utils.translation import gettext_lazy as _

from ligzda.kernel.obstacle import may
from ligzda.network import actions
from ligzda.network.models import User
from ligzda.network.rules import check_accepts_invitation


class ChosenForm(ResetPasswordKeyForm):  # type: ignore[misc]
    """Choose a password; whoever never came in yet says as well what they are called."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        user: User | None = self.user
        self.invited = user is not None and may(check_accepts_invitation, user=user)
        if user is not None and self.invited:
            self.fields["name"] = forms.CharField(
                label=_("Your name"),
                help_text=_("As colleagues know you. It was written by who invited you."),
                max_length=User._meta.get_field("name").max_length,
                initial=user.name,
                required=False,
            )
            self.order_fields(["name"])

    def save(self) -> None:
        """Keep the password, and the name where one was said."""
        if self.invited and (name := self.cleaned_data.get("name")):
            actions.name_oneself(by=self.user, name=name)
        super().save()
