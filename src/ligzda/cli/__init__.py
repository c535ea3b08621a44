"""The command `ligzda`: thin, each verb calls one function of one room.

A verb is a module of this package with `register(subparsers)`. It imports its room inside the
function that runs, so that `ligzda evaluate` never waits for Django and `ligzda run` never for
the charts. To add a verb: write the module, name it in `VERBS`.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from ligzda.errors import LigzdaError

VERBS = (
    "run",
    "backup",
    "restore",
    "invite",
    "rotate-master-key",
    "amend",
    "evaluate",
    "decide",
    "claim",
    "design",
    "verify",
    "verify-draw",
    "export-lake",
    "protect",
    "attack",
    "manage",
    "version",
)

BAD_INPUT = 2
INTERRUPTED = 130


class Refusal(LigzdaError):  # noqa: N818 - it is an answer to a person, not a fault of the program
    """A verb cannot do what was asked; `str()` is the sentence for the person who asked."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one verb and return its exit status: 0 done, 2 bad input, 130 interrupted."""
    # The engine's matrices are small: threads of the linear algebra would wait for each other
    # (twice the time on two cores), and one thread adds in the same order everywhere.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    arguments = _parser().parse_args(argv)
    run: Callable[[argparse.Namespace], int] = arguments.run
    try:
        return run(arguments)
    except LigzdaError as refusal:
        print(f"ligzda {arguments.verb}: {refusal}", file=sys.stderr)
        return BAD_INPUT
    except ModuleNotFoundError as missing:
        # What was installed for `ligzda verify` alone has nothing of the house.
        if (missing.name or "").startswith("ligzda"):
            raise
        print(
            f"ligzda {arguments.verb}: {missing.name} is not installed. "
            "Install the whole house: pip install 'ligzda[site]'.",
            file=sys.stderr,
        )
        return BAD_INPUT
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader (`| head`) has what it wanted; Python must not flush into the closed pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="ligzda",
        description="Which social-enterprise incubator works? "
        "A network of municipal incubators run as one honest experiment.",
    )
    subparsers = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    for verb in VERBS:
        import_module(f"ligzda.cli.{verb.replace('-', '_')}").register(subparsers)
    return parser
