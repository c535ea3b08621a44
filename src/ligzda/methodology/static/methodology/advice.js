// A slider moved asks for its part of the page alone. Without this a button sends the form.
"use strict";
{
  const form = document.querySelector("[data-weights]");
  const part = document.querySelector("[data-support]");
  let asked;
  const ask = async () => {
    asked?.abort();
    asked = new AbortController();
    const query = new URLSearchParams(new FormData(form));
    history.replaceState(null, "", `?${query}`);
    query.set("part", "weights");
    try {
      const answer = await fetch(`?${query}`, { signal: asked.signal });
      if (answer.ok) part.innerHTML = await answer.text();
    } catch (fault) {
      if (fault.name !== "AbortError") form.submit();
    }
  };
  if (form && part) {
    let wait;
    form.addEventListener("input", () => {
      clearTimeout(wait);
      wait = setTimeout(ask, 40);
    });
  }
}
