"""What the written rules mean: a character, a link, HTML, a word that holds."""

import polib
import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st
from linkify_it.tlds import TLDS
from tests.catalogue import PO
from tests.effort import amount

from ligzda.newsroom.text import (
    LIMIT,
    Fault,
    Links,
    check,
    check_name,
    count,
    find_links,
    find_tags,
    find_words,
    render_rich,
    same_words,
    trimmed,
    worded,
)


@pytest.mark.parametrize(
    ("text", "characters"),
    [
        ("āčē", 3),
        ("a\u0304c\u030ce\u0304", 3),
        ("a\r\nb", 3),
        ("  a \n", 1),
        ("👩‍👩‍👧‍👦", 1),
        ("🇱🇻", 1),
        ("\ufeffa\u3000", 1),
        ("", 0),
    ],
)
def test_a_character_is_what_a_reader_sees(text: str, characters: int) -> None:
    assert count(text) == characters


@pytest.mark.parametrize("letter", ["ā", "a\u0304", "🇱🇻", "👩‍👩‍👧‍👦"])
def test_the_limit_is_a_thousand_of_them(letter: str) -> None:
    assert check(letter * LIMIT, registered=False).broken == ()
    (fault, found), *_ = check(letter * (LIMIT + 1), registered=False).broken
    assert (fault, found) == (Fault.TOO_LONG, str(LIMIT + 1))


CERTAIN = [
    "https://ogre24.lv",
    "HTTP://OGRE24.LV",
    "ogre24.lv",
    "skat. ogre24.lv.",
    "(ogre24.lv)",
    "www.ogre24",
    "www . ogre24 . lv",
    "hxxp://ogre24.lv",
    "hxxps://x.lv/a",
    "hXXp : // ogre24",
    "[saite](ogre)",
    "[šeit](https://a.lv)",
    "a[.]lv",
    "a(.)lv",
    "a [dot] lv",
    "ogre24(punkts)lv",
    "ogre24 punkts lv",
    "ogre24 . lv",
    "ogre24 .lv",
    "example dot com",
    "example DOT com",
    "example-dot-com",
    "example_dot_com",
    "example (.) com",
    "e x a m p l e . c o m",
    "w w w . o g r e . l v",
    "ogre24․lv",
    "ogre24﹒lv",
    "ogre24۔com",
    "ogre24܂com",
    "ogre24ꓸcom",
    "ogre24。lv",
    "ｏｇｒｅ２４．ｌｖ",
    "ogre\u200b24.lv",
    "ogre24.\u200blv",
    "ogre\u00ad24\u2060.lv",
    "\u202eogre24.lv",
    "оgre24.lv",
    "пример.рф",
    "t.me/kanals",
    "x.com",
    "//evil.com/x",
    "javascript:alert(1)",
    "data:text/html,x",
    "ftp://a.lv",
    "1.2.3.4/admin",
    "bit.ly/2x",
    "janis@ogre.lv",
    "mailto:janis@ogre.lv",
    "http[:]//ogre24.lv",
    "magnet://x",
    "ogre.es/vieta",
    "Skaties Ogre24.lv!",
    "example,com",
    "ogre24.lv/a,b",
    "skat. Example;COM šeit",
]


# Fault F32: letters and signs that look like those of an address.
LOOKALIKE_LINKS = [
    "ev\u034fil.com", "ev\ufe0fil.com", "ev\u0332il.com", "evil\u3164.com", "evil․com", "evil·com",
    "evil܁com", "evil.соm", "еvil.com", "evil.cοm", "evil。соm", "http:∕∕evil", "http⁚⧸⧸evil",
    "http:⁄⁄evil.x", "httр://evil", "evil\n.com", "evil.ⅽom", "www․evil",
]  # fmt: skip


@pytest.mark.parametrize("text", LOOKALIKE_LINKS)
def test_links_in_letters_that_look_alike_are_found(text: str) -> None:
    assert find_links(f"Skaties {text} tur").certain


@pytest.mark.parametrize(
    "text",
    ["Ērgļi.Это хорошо", "сайт:Ogre.Это", "1⁄2 litra", "Brīvība · darbs", "α.β-testi", "x∶y"],
)
def test_scripts_side_by_side_are_no_links(text: str) -> None:
    assert find_links(text) == Links()


@pytest.mark.parametrize("text", CERTAIN)
def test_links_are_found_under_their_disguises(text: str) -> None:
    assert find_links(text).certain
    assert Fault.GUEST_LINK in dict(check(text, registered=False).broken)


LATVIAN = [
    "17.martā",
    "2016.gada 17.martā plkst.18.00",
    "plkst.18",
    "u.c.",
    "un t.sk. Ogre",
    "u.tt.",
    "u.tml.",
    "t.i.",
    "Nr.5",
    "Upes prospekts 16.Ogre",
    "Upes prospekts 16, Ogre",
    "17.03.2016.",
    "A.Bērziņš",
    "J.Kalns un E.Ķ.",
    "Viss ir labi.Es domāju citādi.",
    "nāca.No turienes",
    "bija.Man patīk",
    "tā.Uz redzēšanos",
    "Labi.Bet kāpēc?",
    "Paldies!Ļoti labi.Tas ir jauki",
    "cena 3,50/gab.",
    "un/vai",
    "16.30-18.00",
    "v.1.2.3",
    "192.168.1.1",
    "9.-12.klase",
    "500 EUR/mēn.",
    "piem.,maize",
    "lpp.12",
    "u. c., t. i.",
    "dz.g. 1950",
    "...",
    'viņš teica: "nē"',
    "(skat. 5.punktu)",
    "[1] un (2)",
    "SIA Ligzda.",
    "Ir arī 3.1.2.punkts",
    "Rīgas raj.",
    "Piekrītu dr.med. Kalniņai par šo",
    "prof.dr.art. Bērziņš",
    "Sapulce bija 14.00-15.00.uz tikšanos",
    "10.km skrējiens",
    "that is, i.e.so far",
    "valodas lv,ru,en",
    "maize,piens,eur 3",
    "example, com",
]


@pytest.mark.parametrize("text", LATVIAN)
def test_latvian_dates_and_abbreviations_are_no_links(text: str) -> None:
    found = find_links(text)
    assert (found.certain, found.doubtful) == ((), ())
    assert check(text, registered=False).broken == ()


@pytest.mark.parametrize(
    "text",
    [
        "nezinu.es domāju",
        "skat. plans.zip",
        "tas.ir",
        "Viss bija labi.it kā vakar",
        "Mēs lietojam ASP.NET un Node.js",
        "Atnācu pēc darba.auto bija pilns",
        "wie is nu de crimineel.in mijn ogen is",
        "skat. ld.so un main.rs",
        "es tā domāju. info nav",
        "it was late.do not ask",
        "nopirku maizi.kg maksā divus eiro",
        "Casino.Shop",
        "сижу дома.сайт не работает",
        "manaslapas,lv ir tur",
        "Viss bija labi,info vakar",
    ],
)
def test_what_could_be_either_is_doubtful_not_refused(text: str) -> None:
    found = find_links(text)
    assert not found
    assert found.doubtful
    assert check(text, registered=False).broken == ()


@pytest.mark.parametrize(
    "text",
    [
        "<b>",
        "</b>",
        "<B>x</B>",
        "<br/>",
        "a<i>b",
        "<img src=x onerror=alert(1)",
        "<svg/onload=alert(1)",
        "<a href='>'>x</a>",
        "<!-- x -->",
        "<!DOCTYPE html>",
        "<?xml version='1.0'?>",
        "<my-tag>",
        "<script\n>x",
    ],
)
def test_html_is_found(text: str) -> None:
    assert find_tags(text)
    assert Fault.GUEST_HTML in dict(check(text, registered=False).broken)


@pytest.mark.parametrize(
    "text",
    ["2 < 3", "<3", "a<b", "1<2 un 3>2", "&lt;b&gt;", "&#60;b&#62;", "-> <-", "x << y", "< b >"],
)
def test_comparisons_hearts_and_entities_are_text(text: str) -> None:
    assert find_tags(text) == []
    assert check(text, registered=False).broken == ()


def test_every_longer_ending_but_the_plain_ones_waits_for_a_person() -> None:
    """Nearly all are words or names; a refusal says that a rule was broken, a wait does not."""
    plain = ("com", "net", "org", "edu", "gov", "biz", "xyz")
    for ending in (name.lower() for name in TLDS if len(name) > 2 and name[:4] != "XN--"):
        found = find_links(f"viss bija labi.{ending} vakar")
        assert (found.certain != ()) == (ending in plain), ending
        assert found.certain or found.doubtful, ending


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Skat. https://example.lv/abc.", "https://example.lv/abc"),
        ("(www.example.lv), jā", "www.example.lv"),
        ("hXXps://ogre24.lv", "hXXps://ogre24.lv"),
        ("ogre24 [dot] lv", "ogre24 [dot] lv"),
        ("ｏｇｒｅ２４．ｌｖ", "ｏｇｒｅ２４．ｌｖ"),
        ("og\u200bre24.lv", "og\u200bre24.lv"),
        ("[šeit](/vieta)", "[šeit](/vieta)"),
        ("a\u0304bols.lv", "ābols.lv"),
        ("https://a.lv/" + "x" * 200, "https://a.lv/" + "x" * 67 + "…"),
    ],
)
def test_a_refusal_quotes_what_was_typed(text: str, quoted: str) -> None:
    assert (Fault.GUEST_LINK, quoted) in check(text, registered=False).broken


NOTHING = [
    "\u200b\u200d",
    "\u3164",
    "\u2800 \ufeff",
    "\ufe0f",
    "\u17b4",
    "\U000e0100",
    "\u180b",
    "\U0001d159",
    "\u00ad\ufe0f",
    "\u0301",
    "\u034f\u0903",
    "\ufff0",
    "\U00013441",
]


@pytest.mark.parametrize("nothing", NOTHING)
def test_a_name_of_nothing_is_empty(nothing: str) -> None:
    assert check_name(nothing).broken == ((Fault.EMPTY, ""),)
    assert worded(nothing) == ""


@pytest.mark.parametrize(
    "nothing", ["\U000e0fff", "\ufff0", "\ufe0f", "\u200b", "\u00ad", "\u2060", "\u3164", "\u2800"]
)
def test_two_names_do_not_differ_by_nothing(nothing: str) -> None:
    names = (f"An{nothing}na", f"{nothing}Anna", f"Anna{nothing}", f"1{nothing}")
    for name in (each for each in names if trimmed(each) not in ("Anna", "1")):
        assert check_name(name).broken == ((Fault.HIDDEN, ""),), ascii(name)


@settings(max_examples=amount(300, nightly=20_000))
@given(st.characters())
def test_what_draws_nothing_parts_no_word_and_signs_nobody(char: str) -> None:
    if regex.match(r"\p{DI}", char) is None:
        return
    assert check_name(char).broken
    assert check_name(f"An{char}na").broken
    assert find_words(f"stul{char}benis")
    assert find_links(f"ogre{char}24.lv")


@pytest.mark.parametrize("text", ["", "  \n ", *NOTHING])
def test_nothing_to_see_is_empty(text: str) -> None:
    assert check(text, registered=False).broken == ((Fault.EMPTY, ""),)


@pytest.mark.parametrize("text", ["a\u202eb", "a\u2067b", "a\x00b", "a\x1bb", "a" + "\u0301" * 40])
def test_characters_that_hide_or_turn_text_are_refused(text: str) -> None:
    assert Fault.HIDDEN in dict(check(text, registered=True).broken)


def test_right_to_left_languages_and_joined_emoji_are_welcome() -> None:
    for text in ("שלום", "مرحبا بك", "👩‍👩‍👧‍👦 un 🏴󠁧󠁢󠁥󠁮󠁧󠁿", "नमस्ते"):
        assert check(text, registered=False).broken == ()


@pytest.mark.slow
def test_ten_megabytes_are_refused_at_once() -> None:
    for piece in ("a", "<a", "a.", "\u0301", "[", "<a b='", "http:", "a@"):
        assert check(piece * (10_000_000 // len(piece)), registered=False).broken
    for piece in ("<a", "a.lv ", "\u0301", "[", "<a b='", "http:", "a@", "x.", '<a "'):
        assert check(piece * (31_000 // len(piece)), registered=False).broken


def test_a_registered_reader_may_link_and_use_a_little_html() -> None:
    assert (
        check("<b>x</b> https://ogre24.lv <a href='https://a.lv'>a</a>", registered=True).broken
        == ()
    )


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("<script>x</script>", "<script>"),
        ("<b onclick='x'>", "<b>"),
        ("<a href='x' target=_blank>", "<a>"),
        ("<img src=x>", "<img>"),
        ("<a href='javascript:alert(1)'>", "<a>"),
        ("<a href=' jAva&#115;cript:alert(1)'>", "<a>"),
        ("<a href=//evil.example>", "<a>"),
        ('<a href="/konts/iziet/">', "<a>"),
        ('<a href="https:">', "<a>"),
        ("<a href=https://a.lv href=x onclick=y>", "<a>"),
        ("<a href=https://a.lv", "<a>"),
    ],
)
def test_other_tags_are_refused_by_name_not_stripped(text: str, named: str) -> None:
    assert (Fault.TAG, named) in check(text, registered=True).broken


PIECES = [
    "<a href=", "<b>", "</b>", "</a>", "<p ", ">", "'", '"', " ", "//", "https://a.lv", "href", "=",
    "javascript:", "mailto:a@b.lv", "x", "&#58;",
]  # fmt: skip


@pytest.mark.slow
@settings(max_examples=amount(150, nightly=5000))
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_what_passes_loses_no_address(text: str) -> None:
    """Nothing is stripped in silence: every href of a text that passes is in what is shown."""
    if check(text, registered=True).broken:
        return
    wanted = [tag.href for tag in find_tags(text) if tag.href]
    shown = render_rich(text)
    assert shown.count("href=") >= len(wanted)


@pytest.mark.parametrize("name", ["", "a\nb", "x" * 41, "ogre24.lv", "<b>J</b>", "J\u202e"])
def test_names_that_are_refused(name: str) -> None:
    assert check_name(name).broken


def test_ordinary_names_pass() -> None:
    joined = ("👩‍👩‍👧‍👦 Anna", "❤️", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "1️⃣", "نام\u200cخانوادگی", "क्\u200dष")
    for name in ("Jānis", "Anna-Marija B.", "Ogrēniete 🌲", "A.B.", "Dr.med. Anna", *joined):
        assert check_name(name).broken == ()


@pytest.mark.parametrize(
    "text",
    [
        "stulbenis",
        "STULBENIS",
        "s t u l b e n i s",
        "s.t.u.l.b.e.n.i.s",
        "stuuulbenis",
        "stulbeņi",
        "d1rsa",
        "dirsā",
        "fuсk",  # with a Cyrillic с
        "сука",
        "cyкa",  # half Latin
        "пиздец",
        "fu\u200bck",
        "sh1t",
        "pizdec",
        "f*ck",
        "f@ck",
        "f&ck",
        "st!lbenis",
        "s$@t",
        "F**K",
        "sh#t",
        "st*lbenis",
        "pi**a",
        "п*здец",
        "a**hole",
    ],
)
def test_listed_words_are_found_under_their_disguises(text: str) -> None:
    assert find_words(f"Nu gan {text} esi!")


@pytest.mark.parametrize(
    "text",
    [
        "Kucēns Sudmalis un pistole",
        "pistācijas un pipari",
        "Dirigents diriģē",
        "Scunthorpe, class, assistant",
        "mēs lasām un kūpinām",
        "Žīguris, žīdeklis",
        "sūdzība par to",
        "Ne 2016. gada 17. marts",
        "хлеб и молоко, рубеж",
        "pēdiņas un pēdiņās",
        "3*4, a*b, x**2, 5*m",
        "*vērā ņemams* un **treknrakstā**",
        "cena* bez PVN, kuc* ir saīsinājums",
        "fails_ar_svītrām un C#",
        "ma@kalns.lv, su@kalns.lv un AT&T, R&B, 3|4",
        "Nē!Tas nav labi!Sen zināms",
    ],
)
def test_ordinary_words_are_not(text: str) -> None:
    assert find_words(text) == []


KNOWN = {"dvi.gov.lv", "https://", "a[.]lv"}
"""What our own texts show of addresses, where they explain what one is."""


def test_ordinary_latvian_raises_no_alarm() -> None:
    """Every sentence of the Latvian catalogue is prose of the field, and nobody's abuse."""
    sentences = [
        text
        for entry in polib.pofile(str(PO))
        for text in (entry.msgstr, *entry.msgstr_plural.values())
    ]
    assert len(sentences) > 3000
    assert {word for text in sentences for word in find_words(text)} == set()
    assert {link for text in sentences for link in find_links(text).certain} <= KNOWN


def test_dressing_does_not_make_a_new_text() -> None:
    assert same_words("Labi,   ļoti LABI!!!") == same_words("labi loti labi")
    assert same_words("Labi") != same_words("Slikti")
    assert same_words("1. martā") != same_words("11. martā")


@settings(max_examples=amount(150, nightly=5000))
@given(st.text(max_size=1200))
def test_any_text_is_judged_without_a_fault_of_ours(text: str) -> None:
    faults = check(text, registered=False)
    assert trimmed(trimmed(text)) == trimmed(text)
    assert count(text) <= len(text)
    found = dict(faults.broken)
    # An empty text breaks that rule alone, however many blanks it is made of.
    assert Fault.EMPTY in found or (count(text) > LIMIT) == (Fault.TOO_LONG in found)
    find_words(text)
    check_name(text)
    check(text, registered=True)


@pytest.mark.parametrize(
    "word",
    [
        "f\u034fuck", "fu\ufe0fck", "f\u0332u\u0332c\u0332k", "fu\u3164ck", "f\nu\nc\nk", "shıt",
        "ѕһіt", "ѕніт", "αsshole", "fυck", "ƒuck", "ſhit", "ꜰuck", "𝐟𝐮𝐜𝐤", "ⓕⓤⓒⓚ", "🅵🆄🅲🅺", "fuсk",
        "fuϲk", "ΒΙΤCH", "ВIТСH", "ᖴuck", "fucĸ", "Ϝuck", "суκа", "сυка", "cyka",
    ],
)  # fmt: skip
def test_a_word_in_letters_that_look_alike_is_found(word: str) -> None:
    """Fault F32: by Unicode's confusables (UTS 39)."""
    assert find_words(f"Tā {word} 😀!")
    assert find_words(f"{word}😀")


def test_letters_are_left_that_look_like_no_other() -> None:
    """Russian, Latvian and Greek texts are read as they are."""
    for text in ("Хорошая новость, спасибо!", "Šķūnī ļoti žņaudz čūska", "Καλημέρα κόσμε"):
        assert find_words(text) == []
