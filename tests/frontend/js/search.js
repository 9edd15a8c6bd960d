// The search: its form, and what was found.

/** @import { SearchResults } from "../api" */
/** @import { Child } from "./dom.js" */
/** @import { Reader } from "./reader.js" */

import { element, list } from "./dom.js";
import { pageLink } from "./lists.js";
import { languageOf, number } from "./reader.js";

/**
 * Return the address of the search in a language.
 * @param {Reader} reader
 */
export const searchPath = (reader) => `${reader.locale.home}search/`;

/**
 * Return the page of the search; `found` is null as long as nobody asked.
 * @param {SearchResults | null} found
 * @param {Reader} reader
 * @returns {Child[]}
 */
export function searchPage(found, reader) {
  return [
    element("header", { class: "head" }, element("h1", { tabindex: -1 }, reader.words.search)),
    form(found?.query ?? "", reader),
    found && element("div", { role: "status" }, results(found, reader)),
  ];
}

/**
 * Return a search form. It works as a link does: the query stands in the address.
 * @param {string} query
 * @param {Reader} reader
 */
export function form(query, reader) {
  const { words } = reader;
  return element(
    "form",
    { action: searchPath(reader), method: "get", role: "search", class: "search" },
    element("label", { for: "q" }, words.searchFor),
    element("input", { id: "q", name: "q", type: "search", value: query, maxlength: 200, required: true, autocomplete: "off" }),
    element("button", { class: "button" }, words.search),
  );
}

/**
 * @param {SearchResults} found
 * @param {Reader} reader
 * @returns {Child[]}
 */
function results(found, reader) {
  const { words } = reader;
  if (!found.results.length) return [element("p", {}, words.nothingFound)];
  const items = found.results.map((item) =>
    element(
      "article",
      { class: "entry" },
      element("h3", {}, pageLink(item, reader)),
      item.description && element("p", languageOf(item.language, reader), item.description),
    ),
  );
  return [
    element("h2", {}, `${words.results}: ${number(found.results.length, reader)}`),
    list(items, { class: "entries" }),
  ];
}
