"""Verbs of ventures: found, involve, write down what happened, jobs, turnover.

Other rooms and the demonstration begin here.
"""

from ligzda.ventures.actions.aid import Given, link, record_aid
from ligzda.ventures.actions.enterprises import (
    Founder,
    Founding,
    change_enterprise,
    end_involvement,
    found,
    involve,
)
from ligzda.ventures.actions.records import (
    Event,
    Job,
    Sold,
    change_job,
    end_job,
    record_event,
    record_job,
    record_turnover,
    take_back,
)
from ligzda.ventures.actions.status import check_criterion

__all__ = [
    "Event",
    "Founder",
    "Founding",
    "Given",
    "Job",
    "Sold",
    "change_enterprise",
    "change_job",
    "check_criterion",
    "end_involvement",
    "end_job",
    "found",
    "involve",
    "link",
    "record_aid",
    "record_event",
    "record_job",
    "record_turnover",
    "take_back",
]
