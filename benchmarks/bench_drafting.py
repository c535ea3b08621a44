"""Time the amendment engine: 200 operations read and applied to an act of 300 sections.

    PYTHONPATH=src python benchmarks/bench_drafting.py

Fastest and median of several runs in this process, in time of the processor, so that what else the
machine does counts little; what earlier runs keep in caches is cleared before each. The bound is
100 ms, to stretch for 30 ms. The act and the amending act are made here; reading the act is timed
apart.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median

from ligzda.drafting import apply_all, read_act, read_amending_act
from ligzda.drafting.acts.labels import label_of
from ligzda.drafting.applying.matching import matcher
from ligzda.drafting.applying.payload import read_payload
from ligzda.drafting.reading.parsing import shape
from ligzda.drafting.reading.tokens import scanned_shape

KEPT = (label_of, matcher, read_payload, shape, scanned_shape)
"""What remembers texts that it has seen."""
SECTIONS, OPERATIONS = 300, 200


def act() -> str:
    """Return a law of 300 sections with parts and points."""
    lines = ["Sociālo inkubatoru likums", "I nodaļa", "Vispārīgie noteikumi"]
    for n in range(1, SECTIONS + 1):
        lines += [
            f"{n}. pants. Atbalsta veids",
            f"(1) Pašvaldība inkubatoram piešķir {n}. atbalsta veidu. Lēmumu pieņem dome.",
            "(2) Atbalsts ir:",
            "1) telpas bez maksas;",
            "2) iekārtas uz laiku.",
            "(3) Kārtību nosaka Ministru kabinets.",
        ]
    return "\n\n".join(lines) + "\n"


def amendment() -> str:
    """Return an amending act of 200 points, of five kinds in turn."""
    kinds: tuple[Callable[[int], str], ...] = (
        lambda n: f'Aizstāt {n}. panta pirmajā daļā vārdu "dome" ar vārdiem "novada dome".',
        lambda n: f'Izteikt {n}. panta trešo daļu šādā redakcijā:\n"(3) Kārtību nosaka dome."',
        lambda n: f'Papildināt {n}. panta otro daļu ar 3. punktu šādā redakcijā:\n"3) padomu."',
        lambda n: f"Izslēgt {n}. panta pirmās daļas otro teikumu.",
        lambda n: f'Papildināt likumu ar {n}.¹ pantu šādā redakcijā:\n"{n}.¹ pants. Jauns\n(1) A."',
    )
    points = [kinds[n % 5](n) for n in range(1, OPERATIONS + 1)]
    body = "\n".join(f"{n}. {text}" for n, text in enumerate(points, 1))
    return f"Izdarīt Sociālo inkubatoru likumā (LV, 2020, 1. nr.) šādus grozījumus:\n{body}\n"


def milliseconds(run: Callable[[], object], repeat: int = 7) -> tuple[float, float]:
    """Return the fastest and the median time."""
    run()
    times = []
    for _ in range(repeat):
        for kept in KEPT:
            kept.cache_clear()
        start = time.process_time()
        run()
        times.append(1000 * (time.process_time() - start))
    return min(times), median(times)


def main() -> None:
    """Print the table."""
    text, sentences = act(), amendment()
    tree, amending = read_act(text), read_amending_act(sentences)
    outcome = apply_all(tree, amending.operations)
    assert len(outcome.log) == OPERATIONS
    assert not outcome.failures, outcome.failures[0].failure
    rows = {
        "read an act of 300 sections": lambda: read_act(text),
        "read 200 amending sentences": lambda: read_amending_act(sentences),
        "apply 200 operations, literal and edited": lambda: apply_all(tree, amending.operations),
        "read and apply 200 operations": lambda: apply_all(
            tree, read_amending_act(sentences).operations
        ),
    }
    print("| | fastest, ms | median, ms |\n|---|---|---|")
    for name, run in rows.items():
        fast, middle = milliseconds(run)
        print(f"| {name} | {fast:.0f} | {middle:.0f} |")


if __name__ == "__main__":
    main()
