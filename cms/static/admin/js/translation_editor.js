// The translation editor: offers fill their field, long fields grow, limits are counted. Everything works without.

const fill = (button) => {
  const field = document.getElementById(button.dataset.fill);
  field.value = button.dataset.text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
};

const grow = (field) => {
  field.style.blockSize = "auto";
  field.style.blockSize = `${field.scrollHeight + 2}px`;
};

const plainLength = (text) => [...text.replace(/<[^>]*>/g, "")].length;

const count = (field) => {
  const place = field.closest(".text-row")?.querySelector("[data-count]");
  if (!place) return;
  place.dataset.label ??= place.textContent.trim();
  const length = plainLength(field.value);
  place.textContent = `${length} · ${place.dataset.label}`;
  place.toggleAttribute("data-over", length > Number(field.dataset.most));
};

const form = document.querySelector(".translation-editor");

form?.addEventListener("click", (event) => {
  const button = event.target.closest("[data-fill]");
  if (button) fill(button);
});

form?.addEventListener("input", (event) => {
  if (!event.target.matches(".text-row textarea")) return;
  grow(event.target);
  count(event.target);
});

for (const field of form?.querySelectorAll(".text-row textarea") ?? []) {
  grow(field);
  count(field);
}
