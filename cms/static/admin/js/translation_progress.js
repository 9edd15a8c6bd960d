// Keeps a page that shows progress up to date until it is through. Without this, “Look again” does the same.
const INTERVAL = 2000;

async function refresh(shown) {
  const response = await fetch(window.location.href, { headers: { "X-Requested-With": "fetch" } });
  if (!response.ok) return shown;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const fresh = page.getElementById(shown.id);
  if (!fresh) return shown;
  shown.replaceChildren(...fresh.childNodes);
  if (!("unfinished" in fresh.dataset)) delete shown.dataset.unfinished;
  return shown;
}

async function follow(shown) {
  while ("unfinished" in shown.dataset) {
    await new Promise((resolve) => window.setTimeout(resolve, INTERVAL));
    await refresh(shown).catch(() => shown);
  }
}

const shown = document.getElementById("assign-progress");
if (shown) follow(shown);
