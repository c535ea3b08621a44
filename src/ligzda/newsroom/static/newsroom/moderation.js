// One key, one decision: a letter presses the button that carries it. Not while typing.
"use strict";
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  const button = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!button) return;
  const statement = document.getElementById("id_statement");
  // A restriction needs its ground and reasons: the key leads there first.
  if (button.dataset.key === "r" && statement && !statement.value) {
    event.preventDefault();
    document.getElementById("id_ground").focus();
    return;
  }
  event.preventDefault();
  button.click();
});
