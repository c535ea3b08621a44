"""One tree of errors: what is refused anywhere can be caught as one class, and says a sentence."""

import inspect
import pkgutil
from importlib import import_module

import pytest
from django.contrib.messages import get_messages
from django.test import RequestFactory

import ligzda
from ligzda.kernel.attempt import attempt
from ligzda.kernel.errors import BadDataError, LigzdaError, NotAllowedError, WrongStateError
from ligzda.kernel.obstacle import may, obstacle


def _modules() -> list[str]:
    return [
        found.name
        for found in pkgutil.walk_packages(ligzda.__path__, "ligzda.")
        if ".migrations" not in found.name and not found.name.endswith("__main__")
    ]


def test_every_error_of_the_house_descends_from_one_root() -> None:
    strays = {
        f"{name}.{key}"
        for name in _modules()
        for key, value in vars(import_module(name)).items()
        if inspect.isclass(value)
        and issubclass(value, Exception)
        and value.__module__ == name
        and not key.startswith("_")
        and not issubclass(value, LigzdaError)
    }
    assert strays == set()


def _refuse(error: Exception) -> None:
    raise error


def test_an_obstacle_is_the_sentence_of_the_refusal() -> None:
    assert obstacle(_refuse, WrongStateError("Tas jau ir publicēts.")) == "Tas jau ir publicēts."
    assert obstacle(lambda: None) is None
    assert may(lambda: None)
    assert not may(_refuse, BadDataError("Trūkst datuma."))


def test_an_obstacle_tells_roles_from_states() -> None:
    of_role = obstacle(_refuse, NotAllowedError("To dara koordinators."))
    of_state = obstacle(_refuse, WrongStateError("Vispirms izlozējiet."))
    assert of_role is not None
    assert of_role.of_role
    assert of_state is not None
    assert not of_state.of_role


def test_a_fault_of_the_program_is_no_obstacle() -> None:
    def divide() -> None:
        assert 1 / 0

    with pytest.raises(ZeroDivisionError):
        obstacle(divide)


class _Request:
    """A request that collects its messages in a list."""

    @staticmethod
    def make() -> object:
        request = RequestFactory().get("/")
        request._messages = _Messages()  # type: ignore[attr-defined]
        return request


class _Messages(list[str]):
    def add(self, level: int, message: str, extra_tags: str = "") -> None:
        self.append(str(message))


@pytest.mark.parametrize(
    ("action", "went", "said"),
    [
        (lambda: None, True, "Lēmums ir publicēts."),
        (lambda: _refuse(WrongStateError("Tas jau ir publicēts.")), False, "Tas jau ir publicēts."),
    ],
)
def test_an_attempt_says_how_it_went(action: object, went: bool, said: str) -> None:
    request = _Request.make()
    assert attempt(request, action, done="Lēmums ir publicēts.") is went  # type: ignore[arg-type]
    assert list(get_messages(request)) == [said]  # type: ignore[arg-type]


def test_an_attempt_lets_the_page_of_a_stranger_through() -> None:
    with pytest.raises(NotAllowedError):
        attempt(_Request.make(), lambda: _refuse(NotAllowedError("Nav atļauts.")), done="Jā")  # type: ignore[arg-type]


def test_whoever_attempts_says_what_was_done() -> None:
    """Fault D10: one “Saglabāts.” for everything."""
    done = inspect.signature(attempt).parameters["done"]
    assert done.default is inspect.Parameter.empty
