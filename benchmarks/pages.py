"""Write measured tables into docs/performance.md, between their markers."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime
from pathlib import Path

PAGE = Path(__file__).resolve().parents[1] / "docs" / "performance.md"


def machine() -> str:
    """Return the processor, its usable cores, and how busy it was, as a sentence."""
    name = platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        for line in cpuinfo.read_text().splitlines():
            if line.startswith("model name"):
                name = line.split(":", 1)[1].strip()
                break
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    load = os.getloadavg()[0]
    today = datetime.now(UTC).date().isoformat()
    return (
        f"{name}, {cores} cores, Python {platform.python_version()}, {today}; "
        f"load average {load:.1f} when measured."
    )


def table(header: list[str], rows: list[list[str]]) -> str:
    """Return a Markdown table."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def write(section: str, text: str, to: Path = PAGE) -> None:
    """Replace what stands between the section's markers of a page."""
    page = to.read_text("utf-8")
    begin, end = f"<!-- {section}: begin -->", f"<!-- {section}: end -->"
    before, rest = page.split(begin)
    _, after = rest.split(end)
    to.write_text(f"{before}{begin}\n{text}\n{end}{after}", "utf-8")
    print(text)
