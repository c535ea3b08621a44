// The comment box: count as the server counts (newsroom/text/graphemes.py), and the proof of work
// (SHA-256 of salt and number, as the altcha package verifies it). The form works without this.
"use strict";
for (const form of document.querySelectorAll("form[data-comment]")) {
  const box = form.querySelector("textarea[data-limit]");
  const limit = Number(box.dataset.limit);
  const shown = form.querySelector("[data-count]");
  const status = form.querySelector("[data-count-status]");
  const segmenter = "Segmenter" in Intl ? new Intl.Segmenter("lv", { granularity: "grapheme" }) : null;
  const count = () => {
    const text = box.value.normalize("NFC").trim();
    let number = 0;
    for (const _ of segmenter ? segmenter.segment(text) : text) number += 1;
    return number;
  };
  const figure = new Intl.NumberFormat(document.documentElement.lang);
  let waiting;
  const show = () => {
    const left = limit - count();
    shown.textContent = `${figure.format(limit - left)} / ${figure.format(limit)}`;
    shown.classList.toggle("over", left < 0);
    clearTimeout(waiting);
    // A screen reader hears it when typing pauses near the end, not at every key.
    waiting = setTimeout(() => {
      status.textContent = left < 0 ? `${figure.format(-left)} ${status.dataset.over}`
        : left <= 100 ? `${figure.format(left)} ${status.dataset.left}` : "";
    }, 1000);
  };
  box.addEventListener("input", show);
  show();

  // A draft lives as long as the tab: through the switch of languages, Back, and a walk elsewhere.
  if (form.dataset.draft) {
    const key = form.dataset.draft;
    const boxes = [...form.querySelectorAll("textarea, input[name=name], input[name=email]")];
    const kept = JSON.parse(sessionStorage.getItem(key) ?? "{}");
    // Sent and not refused: it is a comment now.
    if (kept.sent && !document.getElementById("refused")) sessionStorage.removeItem(key);
    else for (const each of boxes) each.value ||= kept[each.name] ?? "";
    const keep = (more) => sessionStorage.setItem(key, JSON.stringify(
      { ...Object.fromEntries(boxes.map((each) => [each.name, each.value])), ...more }));
    form.addEventListener("input", () => keep({}));
    form.addEventListener("submit", () => keep({ sent: true }));
    show();
  }

  if (!form.dataset.challenge || !window.crypto?.subtle) continue;
  const field = form.querySelector("input[name=solution]");
  const work = form.querySelector("[data-work]");
  const hex = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const solve = async () => {
    const task = JSON.parse(form.dataset.challenge);
    const encoder = new TextEncoder();
    for (let start = 0; start <= task.maxnumber; start += 500) {
      const numbers = Array.from({ length: 500 }, (_, i) => start + i);
      const found = await Promise.all(numbers.map((number) =>
        crypto.subtle.digest(task.algorithm, encoder.encode(task.salt + number))));
      const at = found.findIndex((digest) => hex(digest) === task.challenge);
      if (at >= 0) {
        const { algorithm, challenge, salt, signature } = task;
        field.value = btoa(JSON.stringify({ algorithm, challenge, number: start + at, salt, signature }));
        return;
      }
    }
  };
  let solving;
  const begin = () => (solving ??= solve());
  box.addEventListener("focus", begin, { once: true });
  let sending = false;
  form.addEventListener("submit", async (event) => {
    if (field.value || sending) return;
    event.preventDefault();
    sending = true;
    work.textContent = work.dataset.working;
    // Small digests may be there before this event is over, and a form sends nothing twice at once:
    // the second sending waits for its end.
    const send = () => setTimeout(() => form.requestSubmit(event.submitter ?? undefined));
    try { await begin(); } finally { send(); }
  });
}
for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = button.dataset.done;
  });
}
document.getElementById("refused")?.focus();
