"""Generated acts, and the strategies that make them: our own, so that they may stand here."""

from __future__ import annotations

from hypothesis import strategies as st

WORDS = (
    "pašvaldība",
    "inkubators",
    "nodrošina",
    "atbalstu",
    "sociālajam",
    "uzņēmumam",
    "telpas",
    "kārtībā",
    "noteikumi",
    "izvērtē",
    "iesniegumu",
    "darbnīca",
    "persona",
)

sentences = st.lists(st.sampled_from(WORDS), min_size=2, max_size=7).map(
    lambda words: " ".join(words).capitalize() + "."
)
blank = st.sampled_from(["\n", "\n\n"])


@st.composite
def laws(draw: st.DrawFn) -> str:
    """Draw the text of a law: chapters, sections with and without headings, parts, points."""
    gap = draw(blank)
    lines = ["Sociālo inkubatoru likums"]
    number = 0
    for chapter in range(1, draw(st.integers(1, 3)) + 1):
        lines.append(f"{'I' * chapter} nodaļa")
        lines.append("Vispārīgie noteikumi")
        for _ in range(draw(st.integers(1, 4))):
            number += 1
            lines += _section(draw, str(number))
            if draw(st.booleans()):
                lines += _section(draw, f"{number}.^1")
    if draw(st.booleans()):
        lines += ["Pārejas noteikumi", f"1. {draw(sentences)}", f"2. {draw(sentences)}"]
    return gap.join(lines) + draw(st.sampled_from(["", "\n"]))


def _section(draw: st.DrawFn, number: str) -> list[str]:
    label = f"{number}.pants." if "^" not in number else f"{number} pants."
    shape = draw(st.sampled_from(["plain", "parts", "points", "heading"]))
    if shape == "plain":
        return [f"{label} {draw(sentences)}"]
    if shape == "heading":
        return [f"{label} Atbalsta veidi", f"(1) {draw(sentences)}", f"(2) {draw(sentences)}"]
    if shape == "parts":
        return [f"{label} (1) {draw(sentences)}", *(f"({n}) {draw(sentences)}" for n in (2, 3))]
    points = [f"{n}) {draw(sentences)[:-1]};" for n in range(1, draw(st.integers(2, 4)))]
    return [f"{label} Atbalsta veidi ir:", *points]


LAW = """Sociālo inkubatoru likums

I nodaļa
Vispārīgie noteikumi

1. pants. Likuma mērķis

(1) Likuma mērķis ir atbalstīt sociālos inkubatorus. Atbalstu sniedz pašvaldība.

(2) Atbalsta veidi ir:

1) telpas bez maksas;

2) iekārtas uz laiku.

(3) Kārtību nosaka Ministru kabinets.

2. pants. Inkubatora statuss

Statusu piešķir pašvaldība. Pašvaldība statusu var atņemt.

Statusu reģistrē Labklājības ministrija.

2.^1 pants. Reģistrs

(1) Reģistru ved Labklājības ministrija.

II nodaļa
Atbildība

3. pants. Par nepatiesu ziņu sniegšanu —

uzliek naudas sodu līdz simt euro.

Pārejas noteikumi

1. Likums neattiecas uz inkubatoriem, kas izveidoti līdz 2020. gadam.
"""

REGULATIONS = """Inkubatoru telpu noteikumi
Izdoti saskaņā ar Sociālo inkubatoru likuma 1. panta trešo daļu
1. Vispārīgie jautājumi
1. Noteikumi nosaka:
1.1. kārtību, kādā piešķir telpas;
1.2. telpu uzturēšanas kārtību.
2. Telpas piešķir uz pieciem gadiem. Termiņu var pagarināt.
3. Pašvaldība telpas apseko reizi gadā.
1. pielikums
1. Telpu saraksts ir pilnīgs.
"""
