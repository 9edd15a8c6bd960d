/* Beside the editor of a written page: keeps each tick at once, so that nobody has to save the list. */

const formOf = (event) => event.target.closest?.("form[data-written-checklist]");

const show = (form, answer, entry, state) => {
  form.querySelector("[data-written-summary]").textContent = answer.summary;
  entry.dataset.state = state;
  if (state !== "open") {
    entry.removeAttribute("data-changed");
  }
  const counter = document.querySelector(
    '[data-side-panel-toggle="written_source"] [data-side-panel-toggle-counter]',
  );
  if (counter) {
    counter.textContent = answer.open;
    counter.hidden = answer.open === 0;
  }
};

document.addEventListener("change", async (event) => {
  const form = formOf(event);
  if (!form || event.target.type !== "radio") {
    return;
  }
  const response = await fetch(form.action, {
    method: "POST",
    body: new FormData(form),
    headers: { Accept: "application/json" },
  });
  if (response.ok) {
    show(form, await response.json(), event.target.closest(".written-entry"), event.target.value);
  } else {
    form.submit();
  }
});

/* Who begins to write finds the list open. */

window.addEventListener("load", () => {
  const toggle = document.querySelector('[data-side-panel-toggle="written_source"]');
  if (location.hash === "#written_source" && toggle?.getAttribute("aria-expanded") !== "true") {
    toggle?.click();
  }
});

/* Advice leads to its field: its tab is opened, its block shown, the cursor set into it. */

const fieldAt = (path) =>
  path.split(".").reduce((found, step) => {
    const inside = found.querySelector(`[data-contentpath="${CSS.escape(step)}"]`);
    return inside ?? found;
  }, document);

const open = (field) => {
  const tab = field.closest('[role="tabpanel"]');
  if (tab?.hidden) {
    document.querySelector(`[role="tab"][href="#${CSS.escape(tab.id)}"]`)?.click();
  }
  for (let panel = field.closest("[data-panel]"); panel; panel = panel.parentElement?.closest("[data-panel]")) {
    panel.querySelector(':scope [data-panel-toggle][aria-expanded="false"]')?.click();
  }
};

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-written-jump]");
  const field = link && fieldAt(link.dataset.writtenJump);
  if (!field || field === document) {
    return;
  }
  event.preventDefault();
  open(field);
  if (window.matchMedia("(max-width: 50em)").matches) {
    document.querySelector("[data-form-side-close-button]")?.click();
  }
  field.scrollIntoView({ block: "center" });
  field.querySelector("input:not([type=hidden]), textarea, [contenteditable=true]")?.focus();
});
