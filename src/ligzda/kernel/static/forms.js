// Who leaves a page on which something was typed and not sent is asked first; where nothing would be
// lost, nobody is. Forms work without this.
"use strict";
{
  const changed = new Set();
  // `data-draft`: what is typed there is kept as long as the tab (newsroom/comments.js).
  const posts = (form) => form instanceof HTMLFormElement && form.method === "post" && !form.dataset.draft;
  document.addEventListener("input", (event) => {
    const form = event.target.form;
    if (posts(form) && event.target.type !== "password") changed.add(form);
  });
  document.addEventListener("kept", (event) => changed.delete(event.target)); // keep.js
  document.addEventListener("reset", (event) => changed.delete(event.target));
  // Sending one form of a page loses what was typed in another.
  document.addEventListener("submit", (event) => { if (!event.defaultPrevented) changed.delete(event.target); });
  window.addEventListener("beforeunload", (event) => { if (changed.size) event.preventDefault(); });
  // A form that came back with a fault holds what is saved nowhere.
  for (const summary of document.querySelectorAll(".note.refused")) {
    const form = summary.closest("form");
    if (form && posts(form)) changed.add(form);
  }
  document.querySelector(".note.refused[autofocus]")?.focus();
}
