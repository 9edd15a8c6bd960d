// What stands around every page: name, languages, search, sections, path, footer.

/** @import { AlternateContent, LocaleList, NavigationContent, PageReference, SiteContent } from "../api" */
/** @import { Child } from "./dom.js" */
/** @import { Reader } from "./reader.js" */

import { link } from "./blocks.js";
import { element, html, list } from "./dom.js";
import { pageLink } from "./lists.js";
import { languageOf } from "./reader.js";
import { searchPath } from "./search.js";

/**
 * Return the header.
 * @param {SiteContent} site
 * @param {NavigationContent[]} sections
 * @param {HTMLElement | null} languages
 * @param {Reader} reader
 * @returns {Child[]}
 */
export function header(site, sections, languages, reader) {
  const { words } = reader;
  const logo = site.logo.filter((file) => file.media_type === "image/jpeg").at(-1);
  const items = sections.map((item) => {
    const current = item.is_current ? "page" : item.is_open ? "true" : null;
    return element("a", { href: item.path, "aria-current": current, ...languageOf(item.language, reader) }, item.title);
  });
  return [
    element(
      "div",
      { class: "bar" },
      element(
        "a",
        { href: site.home, class: "brand", rel: "home", ...languageOf(site.language, reader) },
        logo && element("img", { src: logo.url, alt: "", width: logo.width, height: logo.height }),
        element("span", {}, site.name || words.toHome),
      ),
      languages,
      element("a", { href: searchPath(reader), class: "tool" }, words.search),
    ),
    items.length > 0 && element("nav", { "aria-label": words.sections, class: "sections" }, list(items)),
  ];
}

/**
 * Return the language switch: this page in every language that has it.
 * @param {AlternateContent[]} alternates
 * @param {Reader} reader
 * @returns {HTMLElement | null}
 */
export function pageSwitch(alternates, reader) {
  const found = alternates.filter((one) => one.state !== "fallback");
  return languageSwitch(found.map((one) => ({ code: one.locale, name: one.name, direction: one.direction, path: one.path })), reader);
}

/**
 * Return the language switch where there is no page: the front page in every language.
 * @param {LocaleList} locales
 * @param {(home: string) => string} pathOf
 * @param {Reader} reader
 */
export function homeSwitch(locales, pathOf, reader) {
  return languageSwitch(locales.results.map((one) => ({ ...one, path: pathOf(one.home) })), reader);
}

/**
 * @param {{ code: string, name: string, direction: string, path: string }[]} languages
 * @param {Reader} reader
 */
function languageSwitch(languages, reader) {
  const items = languages.map((one) =>
    element(
      "a",
      {
        href: one.path,
        lang: one.code,
        dir: one.direction,
        hreflang: one.code,
        "aria-current": one.code === reader.locale.code ? "true" : null,
      },
      one.name,
    ),
  );
  return items.length ? element("nav", { "aria-label": reader.words.languages, class: "languages" }, list(items)) : null;
}

/**
 * Return the way from the front page to a page's parent.
 * @param {PageReference[]} breadcrumbs
 * @param {Reader} reader
 */
export function way(breadcrumbs, reader) {
  if (!breadcrumbs.length) return null;
  const items = breadcrumbs.map((one) => element("li", {}, pageLink(one, reader)));
  return element("nav", { "aria-label": reader.words.breadcrumbs, class: "way" }, element("ol", { role: "list" }, items));
}

/**
 * Return the footer.
 * @param {SiteContent} site
 * @param {Reader} reader
 * @returns {Child[]}
 */
export function footer(site, reader) {
  const language = languageOf(site.language, reader);
  return [
    element("div", language, element("p", {}, element("strong", {}, site.owner)), html(site.footer), site.contact_line && element("p", {}, site.contact_line)),
    list(site.footer_links.map((one) => link(one.link, reader)), language),
  ];
}
