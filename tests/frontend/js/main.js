// Asks what stands at the address of the window and shows it.

/** @import { DraftAnswer, LocaleContent, LocaleList, PageAnswer, Problem, SiteContent } from "../api" */
/** @import { Child } from "./dom.js" */
/** @import { Reader } from "./reader.js" */

import * as api from "./api.js";
import { element, list, present } from "./dom.js";
import { footer, header, homeSwitch, pageSwitch, way } from "./frame.js";
import { setHead, setLanguage } from "./head.js";
import { draftNotice, notices } from "./notices.js";
import { content } from "./pages/page.js";
import { replace, start } from "./router.js";
import { searchPage, searchPath } from "./search.js";
import { wordsFor } from "./words.js";

/**
 * @typedef {object} View
 * @property {Child[]} header
 * @property {Child[]} notices
 * @property {Child[]} main
 */

let latest = 0;

/**
 * Show what stands at an address. What comes after a newer address was asked for is thrown away.
 * @param {URL} address
 * @param {boolean} isFirst
 */
async function show(address, isFirst) {
  const turn = ++latest;
  const main = place("main");
  main.setAttribute("aria-busy", "true");
  try {
    const all = await api.locales();
    const draft = await draftAt(address);
    const reader = readerOf(draft ? draft.page.path : address.pathname, all);
    const site = await api.site(reader.locale.code);
    const view = draft
      ? draftView(draft, reader, site, all)
      : await viewOf(address, reader, site, all, () => turn === latest);
    if (!view || turn !== latest) return;
    fill("header", view.header);
    fill("notices", view.notices);
    fill("main", view.main);
    fill("footer", footer(site, reader));
    place("skip").textContent = reader.words.skip;
  } catch (error) {
    if (turn !== latest) return;
    console.error(error);
    const words = wordsFor(document.documentElement.lang);
    document.title = words.failed;
    place("skip").textContent = words.skip;
    const detail = error instanceof api.ProblemError ? element("p", { lang: "en", dir: "ltr" }, error.message) : null;
    fill("main", [element("h1", { tabindex: -1 }, words.failed), detail ?? element("p", {}, words.failedText)]);
  }
  main.removeAttribute("aria-busy");
  arrive(address, isFirst);
}

/**
 * Return who reads at a path: its first part is the language, else it is the first of the site.
 * @param {string} path
 * @param {LocaleList} all
 * @returns {Reader}
 */
function readerOf(path, all) {
  const code = path.split("/")[1];
  const locale = all.results.find((one) => one.code === code) ?? /** @type {LocaleContent} */ (all.results[0]);
  return { locale, words: wordsFor(locale.code) };
}

/**
 * Return what to show at an address, or null where the reader has been sent on.
 * @param {URL} address
 * @param {Reader} reader
 * @param {SiteContent} site
 * @param {LocaleList} all
 * @param {() => boolean} isCurrent
 * @returns {Promise<View | null>}
 */
async function viewOf(address, reader, site, all, isCurrent) {
  if (decodeURI(address.pathname) === searchPath(reader)) return searchView(address, reader, site, all);
  try {
    const answer = await api.pageAt(address.pathname);
    if (answer.kind === "redirect") {
      if (isCurrent()) sendTo(answer.target);
      return null;
    }
    setLanguage(reader);
    setHead(answer.page.seo.title, site, answer.page.seo);
    return pageView(answer, reader, site, all);
  } catch (error) {
    if (error instanceof api.ProblemError && error.problem.status === 404) {
      return missingView(error.problem, reader, site, all);
    }
    throw error;
  }
}

/**
 * @param {PageAnswer | DraftAnswer} answer
 * @param {Reader} reader
 * @param {SiteContent} site
 * @param {LocaleList} all
 * @returns {View}
 */
function pageView(answer, reader, site, all) {
  return {
    header: header(site, answer.navigation, pageSwitch(answer.alternates, reader), reader),
    notices: notices(answer.page, site, all, reader),
    main: [way(answer.breadcrumbs, reader), ...content(answer.page, reader)],
  };
}

/**
 * Return the draft that an editor previews, or that a link shares, at `/preview?token=…`; null elsewhere.
 * @param {URL} address
 * @returns {Promise<DraftAnswer | null>}
 */
async function draftAt(address) {
  return address.pathname === "/preview" ? api.draft(address.searchParams.get("token") ?? "") : null;
}

/**
 * @param {DraftAnswer} draft
 * @param {Reader} reader
 * @param {SiteContent} site
 * @param {LocaleList} all
 * @returns {View}
 */
function draftView(draft, reader, site, all) {
  setLanguage(reader);
  setHead(draft.page.title, site, null);
  const view = pageView(draft, reader, site, all);
  return { ...view, notices: [draftNotice(draft, reader), ...view.notices] };
}

/**
 * @param {URL} address
 * @param {Reader} reader
 * @param {SiteContent} site
 * @param {LocaleList} all
 * @returns {Promise<View>}
 */
async function searchView(address, reader, site, all) {
  const query = address.searchParams.get("q") ?? "";
  const [sections, found] = await Promise.all([
    api.navigation(reader.locale.code),
    query ? api.search(query.slice(0, 200), reader.locale.code) : null,
  ]);
  setLanguage(reader);
  setHead(query ? `${reader.words.search}: ${query}` : reader.words.search, site, null);
  return {
    header: header(site, sections.results, homeSwitch(all, (home) => `${home}search/${address.search}`, reader), reader),
    notices: notices(null, site, all, reader),
    main: searchPage(found, reader),
  };
}

/**
 * Return what is shown where there is no page: the languages that have one, and ways out.
 * @param {Problem} problem
 * @param {Reader} reader
 * @param {SiteContent} site
 * @param {LocaleList} all
 * @returns {Promise<View>}
 */
async function missingView(problem, reader, site, all) {
  const { words } = reader;
  const sections = await api.navigation(reader.locale.code);
  const links = problem.available.map((one) =>
    element("a", { href: one.path, lang: one.locale, dir: one.direction, hreflang: one.locale }, one.name),
  );
  setLanguage(reader);
  setHead(words.notFound, site, null);
  return {
    header: header(site, sections.results, homeSwitch(all, (home) => home, reader), reader),
    notices: notices(null, site, all, reader),
    main: [
      element("header", { class: "head" }, element("h1", { tabindex: -1 }, words.notFound)),
      links.length ? element("p", {}, words.thereIs) : element("p", {}, words.notFoundText),
      list(links, { class: "tags" }),
      element("p", {}, element("a", { href: site.home, class: "button" }, words.toHome)),
    ],
  };
}

/**
 * Go to where a page has moved, without leaving a step in the history.
 * @param {string} target
 */
function sendTo(target) {
  const address = new URL(target, location.href);
  if (address.origin !== location.origin) {
    location.replace(address);
    return;
  }
  replace(address.href);
  void show(address, false);
}

/**
 * Put the focus where a new page begins, as a browser does that loads one.
 * @param {URL} address
 * @param {boolean} isFirst
 */
function arrive(address, isFirst) {
  const target = address.hash ? document.getElementById(decodeURIComponent(address.hash.slice(1))) : null;
  if (target) target.scrollIntoView();
  if (isFirst) return;
  if (!target) scrollTo({ top: 0, behavior: "instant" });
  document.querySelector("h1")?.focus({ preventScroll: true });
}

/**
 * @param {string} id
 * @returns {HTMLElement}
 */
function place(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/**
 * @param {string} id
 * @param {Child[]} children
 */
function fill(id, children) {
  place(id).replaceChildren(...present(children));
}

start(show);
