"""`ligzda design PLAN`: what a trial evaluated by this plan can show, before it starts."""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ligzda.cli import Refusal
from ligzda.cli.options import SEED, decimal, decimals, whole, wholes
from ligzda.languages import CODES

DEFAULT_MID = 0.10


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the verb to the command line."""
    parser = subparsers.add_parser(
        "design",
        help="say what a trial can show before it starts",
        description="Simulate trials of the eight models, fit each by the plan with its priors, "
        "and say how often the difference that matters is found. Answers are kept by content.",
    )
    parser.add_argument("plan", metavar="PLAN", type=Path, help="the analysis plan (TOML)")
    options: tuple[tuple[str, Callable[[str], Any], Any, str], ...] = (
        ("--participants", wholes(4, 10_000), [30, 60], "people at one incubator (default 30,60)"),
        ("--site-sd", decimals(0, 3), [0.2, 0.4], "SD between incubators, logit (default 0.2,0.4)"),
        ("--sites", wholes(8, 60), [9], "incubators, 8 to 60 (default 9)"),
        ("--base", decimal(0.02, 0.98), 0.35, "share with the outcome (default 0.35)"),
        (
            "--mid",
            decimal(0.001, 0.6),
            None,
            "difference that matters (default: the plan's mid, else 0.10)",
        ),
        ("--model-sd", decimal(0, 3), 0.0, "what models do beyond main effects (default 0)"),
        ("--trials", whole(10, 100_000), 1000, "simulated trials for each design (default 1000)"),
        ("--seed", SEED, 1, "seed (default 1)"),
    )
    for name, kind, default, words in options:
        parser.add_argument(name, type=kind, default=default, metavar="N", help=words)
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument(
        "--language", choices=CODES, default="en", help="language of refusals (default en)"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Simulate and print."""
    from ligzda.evidence import EvidenceError, PlanError, parse_plan
    from ligzda.findings.file_faults import FileFault
    from ligzda.server.database import data_folder
    from ligzda.trial.power.answers import answer_file
    from ligzda.trial.power.questions import Question, candidates
    from ligzda.wording import wording

    say = wording(arguments.language)
    try:
        text = arguments.plan.read_text("utf-8")
        mid = arguments.mid
        if mid is None:
            mid = parse_plan(text, name=arguments.plan.name).mid
        question = Question(
            candidates(arguments.participants, arguments.site_sd, arguments.sites),
            arguments.base,
            DEFAULT_MID if mid is None else mid,
            arguments.model_sd,
            arguments.trials,
            arguments.seed,
        )
        answers = answer_file(arguments.plan, question, data_folder() / "designs", _progress)
    except OSError as error:
        raise Refusal(f"{arguments.plan} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        fault = PlanError("file", FileFault.PLAN_NOT_UTF_8, plan=arguments.plan.name)
        raise Refusal(say.refusal(fault)) from None
    except EvidenceError as error:
        raise Refusal(say.refusal(error)) from None
    if arguments.json:
        print(json.dumps(answers, indent=1, allow_nan=False))
    else:
        print(_table(answers))
    return 0


def _progress(done: int, total: int) -> None:
    """Draw a bar on standard error, where somebody watches it."""
    if sys.stderr.isatty():
        filled = 40 * done // total
        bar = "█" * filled + "░" * (40 - filled)
        end = "\n" if done == total else ""
        print(f"\r{bar} {done}/{total}", end=end, file=sys.stderr, flush=True)


def _table(answers: list[dict[str, Any]]) -> str:
    head = (
        f"{'design':34}{'power':>7}{'SE pp':>8}{'prior SE':>9}{'detect':>8}{'best':>6}"
        f"{'regret':>8}{'type S':>8}{'type M':>8}"
    )
    lines = [head]
    for answer in answers:
        of = answer["candidate"]
        name = f"{of['layout']}, {of['sites']} × {of['participants']}, SD {of['site_sd']:g}"
        s, m = answer["type_s"], answer["type_m"]
        lines.append(
            f"{name:34}{answer['power']:7.0%}{answer['standard_error_pp']:8.1f}"
            f"{answer['posterior_sd_pp']:9.1f}{answer['detectable_pp']:8.0f}"
            f"{answer['correct_selection']:6.0%}{answer['regret_pp']:8.1f}"
            f"{'–' if s is None else f'{s:.1%}':>8}{'–' if m is None else f'{m:.1f}':>8}"
        )
    return "\n".join(lines)
