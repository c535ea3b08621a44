"""One document that uses every block, in both languages."""

from datetime import date

from ligzda.publishing import (
    Attachment,
    Bullets,
    Chart,
    Cite,
    Code,
    Column,
    DataTable,
    Document,
    Emphasis,
    Facts,
    Heading,
    KeyFigure,
    KeyFigures,
    Language,
    Link,
    Listing,
    Note,
    Numbers,
    PageBreak,
    Paragraph,
    Reference,
    References,
    Strong,
    marks,
)

SITES = ("Ogre", "Ķekava & Baloži", "Līvāni <jauni>", "Salacgrīva", "Rēzekne")
MIDDLES = (0.12, -0.05, 0.31, 0.08, 0.2)


def forest(language: Language) -> Chart:
    numbers = Numbers(language)
    rows = [
        marks.Interval(site, m - 0.3, m - 0.15, m, m + 0.15, m + 0.3, strong=site == "Ogre")
        for site, m in zip(SITES, MIDDLES, strict=True)
    ]
    return Chart(
        marks.forest(rows, axis="logit", numbers=numbers, lines={"0": 0.0, "MID": 0.2}),
        alternative='Pieci intervāli; "Līvāni <jauni>" ir vistālāk pa labi.',
        caption="Vietas un to intervāli.",
        data=DataTable(
            "Tie paši skaitļi.",
            (Column("Vieta", "left"), Column("Vidū", unit="logit")),
            tuple((site, numbers.decimal(m)) for site, m in zip(SITES, MIDDLES, strict=True)),
            note="Izdomāti.",
        ),
    )


def heat(language: Language) -> Chart:
    shares = [[0.7, 0.2, 0.1], [0.2, 0.6, 0.2], [0.1, 0.2, 0.7]]
    return Chart(
        marks.heat(SITES[:3], ("1", "2", "3"), shares, axis="Vieta", numbers=Numbers(language)),
        alternative="Ogre visbiežāk pirmā.",
        caption="Rangu varbūtības.",
    )


def shrinkage(language: Language) -> Chart:
    pairs = [
        marks.Pair(site, None if site == "Ogre" else (m - 3, m, m + 0.9), (m - 0.2, m / 2, m + 0.2))
        for site, m in zip(SITES, MIDDLES, strict=True)
    ]
    specification = marks.shrinkage(
        pairs, axis="logit", observed="atsevišķi", pooled="kopā", numbers=Numbers(language),
        lines={"0": 0.0}, domain=(-1.5, 1.5),
    )  # fmt: skip
    return Chart(specification, alternative="Vietas tuvojas vidum.", caption="Saraušanās.")


def bars(language: Language) -> Chart:
    numbers = Numbers(language)
    rows = [(site, 40.0 * place, numbers.integer(40 * place)) for place, site in enumerate(SITES)]
    specification = marks.bars(rows, axis="cilvēki", numbers=numbers)
    return Chart(specification, alternative="Rēzeknē visvairāk.", caption="Cik atnāca.")


def document(language: Language = "lv") -> Document:
    return Document(
        title="Līgzda: „izmēģinājums” <1> & #2",
        subtitle="Visi bloki vienā dokumentā $x$ *nav* _iezīmējums_",
        language=language,
        authors=("Anna Bērziņa", "Jānis Ozols"),
        date=date(2016, 3, 17),
        blocks=(
            KeyFigures(
                (
                    KeyFigure("+2,3", "atšķirība", "no 0,1 līdz 4,5", "procentpunkti"),
                    KeyFigure("96 %", "varbūtība", "ka ietekme ir pozitīva"),
                )
            ),
            Heading("Pirmā nodaļa #1"),
            Paragraph.of("Vissvarīgākais: ", Strong("palīdz"), ".", lead=True),
            Paragraph.of(
                Emphasis("Kursīvs"), ", ", Code("kods[#x]"), ", ",
                Link("saite", "https://ligzda.example/a?b=1&c=2"), " un avots ", Cite("bloom"), ".",
            ),
            Note("", ("Šie dati ir izdomāti.",), kind="invented"),
            Note("Piesardzīgi", ("Maz vietu.",), kind="caution"),
            Bullets((("viens",), ("divi ", Strong("svarīgi")))),
            Bullets((("pirmais",), ("otrais",)), ordered=True),
            forest(language),
            heat(language),
            shrinkage(language),
            PageBreak(),
            Heading("Otrā nodaļa"),
            Heading("Apakšnodaļa", 2),
            DataTable("Tabula.", (Column("A", "left"), Column("B", "center")), (("a", "b"),)),
            Facts((("Dati", (Code("ab" * 32),)), ("Sākumskaitlis", ("1",)))),
            Listing("ligzda evaluate dati.csv --plan plāns.toml"),
            References((Reference("bloom", "Bloom (1997).", "https://example.org/bloom"),)),
        ),
        attachments=(
            Attachment("evaluation.json", "application/json", b'{"a": 1}\n', "Novērtējums"),
            Attachment("plan.toml", "application/toml", b"x = 1\n", "Plāns", "source"),
        ),
    )  # fmt: skip
