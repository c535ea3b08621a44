"""How search over the house compares words."""

from ligzda.kernel.searching import Found, among, has, stems


def test_endings_diacritics_and_hyphens_do_not_matter() -> None:
    for asked, text in (
        ("darbnīcas", "Pašvaldības pasūtījumu darbnīca"),
        ("pasvaldiba", "Pašvaldības pasūtījumu darbnīca"),
        ("cooperative", "Work-integration co-operative"),
        ("operative", "Work-integration co-operative"),
        ("M1", "M1 Dienas centra darbnīca"),
    ):
        assert has(stems(asked), text), asked
    assert not has(stems("nīca"), "darbnīca")


def test_every_word_is_asked_for_and_signs_are_none() -> None:
    pages = [Found("k", "Dienas centrs", "/a", "darbnīca Ogrē"), Found("k", "Ogre", "/b")]
    assert [page.url for page in among("ogre darbnīcas", pages)] == ["/a"]
    assert [page.url for page in among("Ogre", pages)] == ["/a", "/b"]
    for nothing in ("", "  ", "-_\x00%", "*" * 5000):
        assert not list(among(nothing, pages))
