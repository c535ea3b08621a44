"""Attacks on readers' comments, in the browser they would have to fool."""

from collections.abc import Callable

import pytest
from tests.browser.conftest import Visit
from tests.newsroom.test_text_rendering import ATTACKS

pytestmark = pytest.mark.django_db


def test_attacks_run_nothing_in_a_real_browser(visit: Callable[..., Visit]) -> None:
    """What DOMPurify's and OWASP's lists are about: not what it looks like, but what runs."""
    from ligzda.newsroom.text import render_plain, render_rich

    here = visit()
    page = here.open("/zinas/")
    # A page of its own without a policy: the text must be harmless, not merely held back.
    page.goto("about:blank")
    here.complaints.clear()
    rendered = [shown(attack) for attack in ATTACKS for shown in (render_plain, render_rich)]
    found = page.evaluate(
        """async (texts) => {
            const run = [];
            for (const name of ["alert", "confirm", "prompt", "print", "open"]) {
                window[name] = () => run.push(name);
            }
            const bad = [];
            for (const text of texts) {
                document.body.innerHTML = `<div id="guard"></div><div class="said">${text}</div>`;
                const said = document.querySelector(".said");
                for (const each of said.querySelectorAll("*")) {
                    const known = ["http:", "https:", "mailto:"];
                    const link = each.hasAttribute("href") && !known.includes(each.protocol);
                    const names = new Set(each.getAttributeNames());
                    names.delete("href");
                    names.delete("rel");
                    if (link || names.size) bad.push(each.outerHTML);
                    each.dispatchEvent(new Event("mouseover", { bubbles: true }));
                    each.dispatchEvent(new Event("focus"));
                }
                if (document.body.children.length !== 2) bad.push(text);
            }
            await new Promise((done) => setTimeout(done, 500));
            return { run, bad };
        }""",
        rendered,
    )
    assert found == {"run": [], "bad": []}
    assert here.complaints == []
