// Buttons that need a script are shown only where they work; plain links stand beside them.
"use strict";
const address = document.querySelector("link[rel=canonical]").href;
const said = document.querySelector("[data-share-status]");
const share = document.querySelector("[data-share]");
if (navigator.share) {
  share.parentElement.hidden = false;
  share.addEventListener("click", () => {
    navigator.share({ title: document.title, url: address }).catch(() => {}); // the reader closed it
  });
}
const copy = document.querySelector("[data-copy]");
if (navigator.clipboard) {
  copy.parentElement.hidden = false;
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(address);
    said.textContent = copy.textContent = copy.dataset.done;
  });
}
const print = document.querySelector("[data-print]");
print.parentElement.hidden = false;
print.addEventListener("click", () => window.print());
