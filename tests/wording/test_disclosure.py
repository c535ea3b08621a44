"""Whatever the room of disclosure says has words in every language, with the same figures."""

import string

import pytest

from ligzda.disclosure import Attacker, Fault, Reason, Status
from ligzda.languages import CODES
from ligzda.wording.disclosure import texts


@pytest.mark.parametrize("kind", [Status, Reason, Attacker, Fault])
def test_every_code_of_disclosure_is_said_and_no_other(kind: type) -> None:
    assert set(texts()[kind.__name__]) == {str(code) for code in kind}  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", sorted(texts()))
def test_languages_name_the_same_figures(kind: str) -> None:
    for key, said in texts()[kind].items():
        assert set(said) == set(CODES), key
        figures = [{name for _, name, _, _ in string.Formatter().parse(said[c])} for c in CODES]
        assert figures[0] - {None} == figures[1] - {None}, key
