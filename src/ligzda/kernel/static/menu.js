// A menu closes on Esc, which returns to its button, and on a click or a focus outside of it.
"use strict";
for (const menu of document.querySelectorAll("details.menu")) {
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.open) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
  for (const left of ["pointerdown", "focusin"]) {
    document.addEventListener(left, (event) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  }
}
