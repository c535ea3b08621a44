"""Assign models to incubators and periods under constraints: the whole procedure.

Among the solutions one is drawn by the seed and improved by exchange until no single change or swap
makes the main effects of the spanning factors more precise. Pure: no Django. The same problem and
seed give the same assignment.
"""

from ligzda.trial.assignment.constraints import constrain, minimal_conflict, solution
from ligzda.trial.assignment.exchange import improve
from ligzda.trial.assignment.types import Assignment, Problem, UnsatisfiableError


def assign(problem: Problem, seed: int) -> Assignment:
    """Draw an assignment by seed; raise UnsatisfiableError with the minimal conflict."""
    constraints = constrain(problem)
    start = solution(constraints, seed)
    if start is None:
        raise UnsatisfiableError(minimal_conflict(constraints))
    return improve(problem, constraints, start, seed)
