// A long form is sent to be kept every few seconds while it is written; what the house answers
// stands beside its buttons. Without this, the button for saving keeps what it cannot save.
"use strict";
for (const note of document.querySelectorAll("[data-keep]")) {
  const form = note.closest("form");
  let timer = 0, sending = null, leaving = false;
  const body = () => {
    const data = new FormData(form);
    for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
    return data;
  };
  const send = async () => {
    timer = 0;
    let words = note.dataset.failed;
    try {
      const answer = await fetch(note.dataset.keep, { method: "POST", body: body() });
      if (answer.headers.get("content-type")?.startsWith("text/plain")) words = await answer.text();
      // Nothing would be lost by leaving, unless something was typed meanwhile.
      if (answer.ok && !timer) form.dispatchEvent(new Event("kept", { bubbles: true }));
    } catch { /* no network: the sentence says so */ }
    note.textContent = words;
  };
  form.addEventListener("input", () => {
    timer ||= setTimeout(() => { sending = (sending ?? Promise.resolve()).then(send); }, 3000);
  });
  // What is saved must not be kept once more by a request that comes after it.
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    timer = 0;
    if (!sending) return;
    event.preventDefault();
    if (leaving) return;
    leaving = true;
    // Not within this event, where what is kept is kept already: a form does not send itself again
    // while it is being sent.
    const again = () => { sending = null; leaving = false; form.requestSubmit(event.submitter); };
    sending.then(() => setTimeout(again));
  });
  window.addEventListener("pagehide", () => {
    if (timer) navigator.sendBeacon(note.dataset.keep, body());
  });
}
