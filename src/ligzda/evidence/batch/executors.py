"""Where chunks of tables are fitted: here, in threads, or on a cluster by its address.

Threads, not processes: the compiled code runs without Python's lock, so two threads use two cores,
nothing is copied, nothing is started and nothing can be left behind (ADR 0016 has the figures).
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import Any

from ligzda.evidence.errors import EvidenceError


def usable_cores() -> int:
    """Return the number of cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run(
    function: Callable[..., Any],
    jobs: Sequence[tuple[Any, Any, Any]],
    compiled: bool,
    workers: int | None,
    scheduler: str | None,
) -> Iterator[tuple[tuple[Any, Any, Any], Any]]:
    """Yield (job, function(shape, data, compiled)) as jobs (shape, rows, data) are done."""
    if scheduler is not None:
        yield from _cluster(function, jobs, compiled, scheduler)
        return
    count = min(workers or usable_cores(), len(jobs))
    if count <= 1:
        for job in jobs:
            yield job, function(job[0], job[2], compiled)
        return
    executor = ThreadPoolExecutor(count, thread_name_prefix="ligzda-batch")
    try:
        futures = {executor.submit(function, job[0], job[2], compiled): job for job in jobs}
        for future in as_completed(futures):
            yield futures[future], future.result()
    finally:
        # also on Ctrl-C: what has not begun is dropped, what has ends within its chunk
        executor.shutdown(wait=True, cancel_futures=True)


def _cluster(
    function: Callable[..., Any],
    jobs: Sequence[tuple[Any, Any, Any]],
    compiled: bool,
    scheduler: str,
) -> Iterator[tuple[tuple[Any, Any, Any], Any]]:
    try:
        distributed: Any = importlib.import_module("distributed")
    except ImportError:
        raise EvidenceError(
            "fit_many(scheduler=…) needs dask.distributed. Install it: pip install ligzda[cluster]."
        ) from None
    with distributed.Client(scheduler, timeout=20) as client:
        shapes: dict[int, Any] = {}
        for shape, _, _ in jobs:
            if id(shape) not in shapes:
                shapes[id(shape)] = client.scatter(shape, broadcast=True, hash=False)
        futures = {
            client.submit(function, shapes[id(job[0])], job[2], compiled, pure=False): job
            for job in jobs
        }
        for future in distributed.as_completed(list(futures)):
            yield futures[future], future.result()
