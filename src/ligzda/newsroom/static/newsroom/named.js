// The editor of long texts draws its field itself and gives it no name: the heading of its panel names it.
const name = () => {
  for (const field of document.querySelectorAll("section[aria-labelledby] .public-DraftEditor-content:not([aria-labelledby])")) {
    field.setAttribute("aria-labelledby", field.closest("section").getAttribute("aria-labelledby"));
  }
};

addEventListener("DOMContentLoaded", () => {
  name();
  new MutationObserver(name).observe(document.querySelector("form[data-edit-form]") ?? document.body, { childList: true, subtree: true });
});
