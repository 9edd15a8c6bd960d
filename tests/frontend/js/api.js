// The content API, asked with types. What it says of errors is kept.

/** @import { DraftAnswer, LocaleList, PageAnswer, Problem, RedirectAnswer, SearchResults, SiteContent } from "../api" */

const ORIGIN = document.querySelector('meta[name="content-api"]')?.getAttribute("content") ?? "";

/** An answer that is a problem (RFC 9457). */
export class ProblemError extends Error {
  /** @param {Problem} problem */
  constructor(problem) {
    super(problem.detail);
    this.problem = problem;
  }
}


/**
 * Return the answer as JSON; throw the problem if it is one. The browser asks again with the ETag it has.
 * @param {string} resource
 * @param {Record<string, string>} [parameters]
 */
async function ask(resource, parameters = {}) {
  const address = `${ORIGIN}/api/v1/${resource}?${new URLSearchParams(parameters)}`;
  const response = await fetch(address, { headers: { Accept: "application/json, application/problem+json" } });
  const content = await response.json();
  if (!response.ok) throw new ProblemError(/** @type {Problem} */ (content));
  return content;
}

/**
 * Return what `make` returns, asked once for each key until the window is closed.
 * @template Answer
 * @param {Map<string, Promise<Answer>>} store
 * @param {string} key
 * @param {() => Promise<Answer>} make
 * @returns {Promise<Answer>}
 */
function once(store, key, make) {
  const found = store.get(key) ?? make();
  store.set(key, found);
  found.catch(() => store.delete(key));
  return found;
}

/** @type {Map<string, Promise<LocaleList>>} */
const localesKept = new Map();
/** @type {Map<string, Promise<SiteContent>>} */
const sitesKept = new Map();

/** @returns {Promise<LocaleList>} */
export const locales = () => once(localesKept, "", () => ask("locales"));

/**
 * @param {string} locale
 * @returns {Promise<SiteContent>}
 */
export const site = (locale) => once(sitesKept, locale, () => ask("site", { locale }));

/**
 * Return the page at a path, or where it has moved.
 * @param {string} path
 * @returns {Promise<PageAnswer | RedirectAnswer>}
 */
export const pageAt = (path) => ask("pages/by-path", { path });

/**
 * Return the draft that a token opens.
 * @param {string} token
 * @returns {Promise<DraftAnswer>}
 */
export const draft = (token) => ask(`drafts/${encodeURIComponent(token)}`);

/**
 * @param {string} locale
 * @returns {Promise<import("../api").Navigation>}
 */
export const navigation = (locale) => ask("navigation", { locale });

/**
 * @param {string} q
 * @param {string} locale
 * @returns {Promise<SearchResults>}
 */
export const search = (q, locale) => ask("search", { q, locale });
