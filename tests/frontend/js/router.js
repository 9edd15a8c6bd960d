// Follows links of this site without loading a new page, and keeps the browser's history right.

const FILES = /^\/(?:media|documents)\//;

/**
 * Call `show` for the address the window is at, now and whenever it changes; `isFirst` is true once.
 * @param {(address: URL, isFirst: boolean) => Promise<void>} show
 */
export function start(show) {
  let shown = here();
  const follow = () => {
    if (here() === shown) return;
    shown = here();
    void show(new URL(location.href), false);
  };
  addEventListener("popstate", follow);
  document.addEventListener("click", (event) => {
    const address = followed(event);
    if (!address) return;
    event.preventDefault();
    go(address);
    follow();
  });
  document.addEventListener("submit", (event) => {
    if (!(event.target instanceof HTMLFormElement) || event.target.method !== "get") return;
    event.preventDefault();
    const address = new URL(event.target.action);
    for (const [name, value] of new FormData(event.target)) address.searchParams.set(name, String(value));
    go(address);
    follow();
  });
  void show(new URL(location.href), true);
}

/** Return the address without its fragment, which the browser follows by itself. */
const here = () => location.pathname + location.search;

/** @param {URL} address */
function go(address) {
  history.pushState(null, "", address);
}

/**
 * Return where a click leads if it is a plain one on a link to another page of this site.
 * @param {MouseEvent} event
 * @returns {URL | null}
 */
function followed(event) {
  if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute("download")) return null;
  const address = new URL(link.href);
  const isHere = address.pathname + address.search === here();
  const isOurs = address.origin === location.origin && !FILES.test(address.pathname);
  return isOurs && !(isHere && address.hash) ? address : null;
}

/**
 * Take another address for the one the window is at.
 * @param {string} path
 */
export function replace(path) {
  history.replaceState(null, "", path);
}
