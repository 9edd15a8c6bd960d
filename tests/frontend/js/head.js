// The head of the document: title, description, language, and the page in other languages.

/** @import { SeoContent, SiteContent } from "../api" */
/** @import { Reader } from "./reader.js" */

import { element } from "./dom.js";

/**
 * Set language and direction of the whole document to the reader's.
 * @param {Reader} reader
 */
export function setLanguage(reader) {
  document.documentElement.lang = reader.locale.code;
  document.documentElement.dir = reader.locale.direction;
}

/**
 * Set title, description and links; without `seo` the page is not for search engines.
 * @param {string} title
 * @param {SiteContent} site
 * @param {SeoContent | null} seo
 */
export function setHead(title, site, seo) {
  document.title = title === site.name ? title : `${title} – ${site.name}`;
  for (const old of document.head.querySelectorAll("[data-page]")) old.remove();
  document.head.append(...(seo ? linksOf(seo) : [element("meta", { name: "robots", content: "noindex", "data-page": true })]));
  document.documentElement.style.setProperty("--accent-day", site.colours.accent);
  document.documentElement.style.setProperty("--accent-night", site.colours.accent_dark);
}

/**
 * @param {SeoContent} seo
 * @returns {HTMLElement[]}
 */
function linksOf(seo) {
  const made = [element("link", { rel: "canonical", href: seo.canonical, "data-page": true })];
  for (const { hreflang, url } of seo.hreflang) {
    made.push(element("link", { rel: "alternate", hreflang, href: url, "data-page": true }));
  }
  return seo.description
    ? [...made, element("meta", { name: "description", content: seo.description, "data-page": true })]
    : made;
}
