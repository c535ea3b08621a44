"""What Django and allauth say in their own Latvian is said as the house says it (fault C17)."""

import pytest
from django import forms
from django.contrib.auth.password_validation import UserAttributeSimilarityValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext, override

from ligzda.network.models import User


class _Asked(forms.Form):
    """One field of each kind that people of the house fill in."""

    day = forms.DateField()
    number = forms.IntegerField()
    address = forms.URLField(assume_scheme="https")
    email = forms.EmailField()
    choice = forms.ChoiceField(choices=[("a", "a")])


@pytest.mark.parametrize("field", _Asked.base_fields)
def test_a_form_asks_and_does_not_order(field: str) -> None:
    with override("lv"):
        said = str(_Asked(dict.fromkeys(_Asked.base_fields, "Ā b")).errors[field][0])
    assert said.startswith(("Ievadiet", "Izvēlieties"))


def test_a_password_like_the_address_is_refused_in_whole_latvian() -> None:
    """“Parole ir pārāk līdzīga e-pasta adrese”."""
    user = User(email="anna.ozola@example.org", name="Anna Ozola")
    with override("lv"), pytest.raises(ValidationError, match="citam jūsu datu laukam: "):
        UserAttributeSimilarityValidator(user_attributes=["email"]).validate(
            "anna.ozola@example", user
        )


def test_allauth_says_it_in_our_words() -> None:
    with override("lv"):
        said = gettext("The email address and/or password you specified are not correct.")
    assert said == "E-pasta adrese vai parole nav pareiza."
