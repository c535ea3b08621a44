"""Random tables: skewed, sparse and dense ones, with nested codes, drawn from a seed."""

import numpy as np

from ligzda.disclosure import TOTAL, Dimension, Place, Table

NAMES = ("age", "town", "status")


def flat_table(counts: list[list[int]], *, sensitive: tuple[str, ...] = ()) -> Table:
    """Make a table of two dimensions, ages down and towns across."""
    ages = Dimension.flat(
        "age", [f"a{i}" for i in range(len(counts))], sensitive="age" in sensitive
    )
    width = len(counts[0])
    towns = Dimension.flat("town", [f"t{i}" for i in range(width)], sensitive="town" in sensitive)
    cells: dict[Place, float] = {
        (f"a{i}", f"t{j}"): float(value)
        for i, row in enumerate(counts)
        for j, value in enumerate(row)
    }
    return Table.from_cells((ages, towns), cells)


def random_table(seed: int) -> Table:
    """Draw a table of two or three dimensions, a few dozen cells, 20 to 1,000 people."""
    rng = np.random.default_rng(seed)
    sizes = rng.integers(2, 5, size=2 if rng.random() < 0.65 else 3)
    dimensions = []
    for name, size in zip(NAMES, sizes, strict=False):
        codes = [f"{name[0]}{i}" for i in range(size)]
        parents = dict.fromkeys(codes, TOTAL)
        if size > 3 and rng.random() < 0.3:
            parents = {codes[0]: f"{name}-low", codes[1]: f"{name}-low", f"{name}-low": TOTAL}
            parents |= dict.fromkeys(codes[2:], TOTAL)
        dimensions.append(Dimension(name, parents, bool(rng.random() < 0.4)))
    shares = rng.gamma(rng.uniform(0.3, 2), size=sizes)
    people = rng.multinomial(int(rng.integers(20, 1000)), (shares / shares.sum()).ravel())
    cells = {
        tuple(f"{NAMES[at][0]}{i}" for at, i in enumerate(place)): float(value)
        for place, value in np.ndenumerate(people.reshape(sizes))
    }
    return Table.from_cells(tuple(dimensions), cells)
