// What has to be said before the content: a notice for all, and how a page's words stand.

/** @import { AnyPage, DraftAnswer, LocaleList, SiteContent } from "../api" */
/** @import { Child } from "./dom.js" */
/** @import { Reader } from "./reader.js" */

import { element, html } from "./dom.js";
import { date, languageOf } from "./reader.js";

/**
 * Return the notices above a page, in the reader's language.
 * @param {AnyPage | null} page
 * @param {SiteContent} site
 * @param {LocaleList} locales
 * @param {Reader} reader
 * @returns {Child[]}
 */
export function notices(page, site, locales, reader) {
  const { words } = reader;
  return [
    site.is_demo && element("aside", { class: "notice", "aria-label": words.aboutSite }, element("p", {}, words.demo)),
    site.notice &&
      element("aside", { class: "notice", "aria-label": words.notice, ...languageOf(site.language, reader) }, html(site.notice.html)),
    page && ageOf(page, locales, reader),
  ];
}

/**
 * Return the banner of a draft: that it is one, for whom, and until when its address works.
 * @param {DraftAnswer} draft
 * @param {Reader} reader
 * @returns {Child}
 */
export function draftNotice(draft, reader) {
  const { words } = reader;
  const until = element("time", { datetime: draft.until }, date(draft.until.slice(0, 10), reader));
  return element(
    "aside",
    { class: "notice", "data-state": "draft", "aria-label": words.notice },
    element("p", {}, element("strong", {}, words.draft), draft.label && element("bdi", {}, ` ${draft.label}`)),
    element("p", {}, `${words.validUntil} `, until),
  );
}

/**
 * @param {AnyPage} page
 * @param {LocaleList} locales
 * @param {Reader} reader
 * @returns {Child}
 */
function ageOf(page, locales, reader) {
  const { words } = reader;
  if (page.state === "fallback") {
    const { code, direction } = page.language;
    const name = element("strong", { lang: code, dir: direction }, nameOf(code, locales));
    return stated(page, reader, `${words.fallback} `, name);
  }
  if (!page.newest) return null;
  const { code, direction } = page.newest.language;
  const link = element("a", { href: page.newest.path, lang: code, dir: direction, hreflang: code }, nameOf(code, locales));
  return stated(page, reader, `${page.state === "withheld" ? words.withheld : words.outdated} `, link);
}

/**
 * @param {AnyPage} page
 * @param {Reader} reader
 * @param {...Child} children
 */
function stated(page, reader, ...children) {
  const attributes = { class: "notice", "data-state": page.state, "aria-label": reader.words.notice };
  return element("aside", attributes, element("p", {}, children));
}

/**
 * @param {string} code
 * @param {LocaleList} locales
 */
function nameOf(code, locales) {
  return locales.results.find((locale) => locale.code === code)?.name ?? code;
}
