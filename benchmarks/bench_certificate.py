"""A certificate in a new process: sign, set in both languages, read back and verify.

`PYTHONPATH=src python benchmarks/bench_certificate.py`; the must is 1.5 s. Django's start is not
counted: a server has it behind it.
"""

from __future__ import annotations

import datetime
import io
import os
import tempfile
import time
from itertools import pairwise
from pathlib import Path

import django


def main() -> None:
    """Print the seconds of each step."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ligzda.server.settings")
    django.setup()
    moments = [time.perf_counter()]

    from ligzda.languages import CODES
    from ligzda.training import paper
    from ligzda.training.credentials import Award, Issuer, keys_in, new_code, opened, sign

    with tempfile.TemporaryDirectory() as folder:
        issuer = Issuer("https://ligzda.example", keys_in(Path(folder)))
    code = new_code()
    award = Award(
        code=code,
        address=f"{issuer.address}/a/{code}",
        issuer="Nodibinājums (izdomāts)",
        course=f"{issuer.address}/apmacibas/kurss/frezmasina/1/",
        title_lv="Darbs ar frēzmašīnu",
        title_en="Working with a milling machine",
        criteria_lv="Droši iestiprina detaļu.",
        criteria_en="Clamps the piece safely.",
        holder="Anna Bērziņa",
        issued_on=datetime.date(2026, 11, 1),
        valid_until=datetime.date(2028, 11, 1),
        status_list=f"{issuer.address}/apliecibas/statuss/1",
        status_index=0,
    )
    credential = sign(award, issuer)
    moments.append(time.perf_counter())
    papers = [paper.pdf(award, credential, each, hours="16", invented=True) for each in CODES]
    moments.append(time.perf_counter())

    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(papers[0]))
    reader.pages[0].extract_text()
    opened(reader.attachments[paper.CREDENTIAL][0], issuer)
    moments.append(time.perf_counter())
    steps = [later - earlier for earlier, later in pairwise(moments)]
    for name, seconds in zip(("sign", "two papers", "read and verify"), steps, strict=True):
        print(f"{name:16}{seconds:.2f} s")
    print(f"{'all':16}{sum(steps):.2f} s (must 1.5 s)")


if __name__ == "__main__":
    main()
