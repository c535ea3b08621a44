"""Queues of jobs, and what becomes of a job that fails (ADR 0071).

A task says which queue it is in. What is in none of these is housekeeping: short, and in the queue
that Procrastinate calls "default".
"""

LETTERS = "letters"
SIMULATIONS = "simulations"
