// Narrows the list of editions by what is typed, without diacritics, and says what is chosen.
const plain = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

const furnish = (box) => {
  const search = box.querySelector(".editions-search");
  const chosen = box.querySelector(".editions-chosen");
  const labels = [...box.querySelectorAll(".editions-list label")].filter((each) => each.querySelector("input"));
  const narrow = () => {
    const words = plain(search.querySelector("input").value).split(/\s+/).filter(Boolean);
    for (const label of labels) {
      const name = plain(label.textContent);
      label.parentElement.hidden = !words.every((word) => name.includes(word));
    }
  };
  const say = () => {
    const names = labels.filter((each) => each.querySelector("input").checked).map((each) => each.textContent.trim());
    chosen.textContent = names.length ? `${chosen.dataset.chosen}: ${names.join(", ")}` : chosen.dataset.none;
  };
  search.hidden = false;
  search.addEventListener("input", narrow);
  // Return chooses what is found; it does not send the article.
  search.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
  box.addEventListener("change", say);
  say();
};

addEventListener("DOMContentLoaded", () => document.querySelectorAll("[data-editions]").forEach(furnish));
