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
