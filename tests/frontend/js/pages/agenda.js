// News and events, now and in retrospect.

/** @import { CurrentAgendaContent, EventIndexPageContent, EventPageContent, NewsPageContent, YearAgendaContent } from "../../api" */
/** @import { Child } from "../dom.js" */
/** @import { Reader } from "../reader.js" */

import { element, facts, list, present, section } from "../dom.js";
import { day, entries, occasion, pageLink } from "../lists.js";
import { languageOf, year } from "../reader.js";
import { head, own, related } from "./parts.js";

/**
 * @param {EventIndexPageContent} page
 * @param {Reader} reader
 * @returns {Child[]}
 */
export function eventIndex(page, reader) {
  const made = present(page.agenda.period === "current" ? current(page.agenda, reader) : yearOf(page.agenda, page, reader));
  const nothing = element("p", {}, reader.words.noEntries);
  return [head(page, reader), ...(made.length ? made : [nothing]), own(page, page.body, reader)];
}

/**
 * @param {CurrentAgendaContent} agenda
 * @param {Reader} reader
 * @returns {Child[]}
 */
function current(agenda, reader) {
  const { words } = reader;
  return [
    section(words.now, [entries(agenda.now, reader)], { class: "now" }),
    section(words.coming, [entries(agenda.coming, reader)]),
    section(words.news, [entries(agenda.news, reader)]),
  ];
}

/**
 * @param {YearAgendaContent} agenda
 * @param {EventIndexPageContent} page
 * @param {Reader} reader
 * @returns {Child[]}
 */
function yearOf(agenda, page, reader) {
  const { words } = reader;
  const base = page.path.replace(/\d{4}\/$/, "");
  const years = agenda.years.map((one) =>
    element("a", { href: `${base}${one}/`, "aria-current": one === agenda.year ? "page" : null }, year(one, reader)),
  );
  return [
    years.length > 0 && element("nav", { "aria-label": words.years }, list(years, { class: "tags" })),
    ...agenda.months.map((month) => section(month.month.text, [entries(month.entries, reader)])),
  ];
}

/**
 * @param {EventPageContent} page
 * @param {Reader} reader
 * @returns {Child[]}
 */
export function eventPage(page, reader) {
  const { words } = reader;
  const language = languageOf(page.language, reader);
  const state = page.status === "planned" ? null : element("p", { class: "state" }, words[page.status]);
  return [
    head(page, reader, { above: state }),
    element(
      "div",
      { class: "beside" },
      section(
        words.atAGlance,
        [
          facts([
            [words.when, page.first && occasion(page.first, reader)],
            [words.alsoOn, list(page.further.map((one) => occasion(one, reader)))],
            [words.where, page.location && element("div", language, page.location)],
            [words.direction, page.direction && words[page.direction]],
            [words.kind, page.kind.label],
            [words.occasion, page.occasion && element("div", language, page.occasion)],
            [words.source, page.source && element("a", { href: page.source, dir: "ltr" }, new URL(page.source).host)],
          ]),
        ],
        { class: "panel" },
      ),
      element("div", {}, own(page, page.body, reader), related(page, reader)),
    ),
  ];
}

/**
 * @param {NewsPageContent} page
 * @param {Reader} reader
 * @returns {Child[]}
 */
export function newsPage(page, reader) {
  const { words } = reader;
  return [
    head(page, reader, {
      above: page.published_on && element("p", { class: "soft" }, `${words.published}: `, day(page.published_on)),
    }),
    own(page, page.body, reader),
    page.event && section(words.event, [pageLink(page.event, reader)]),
    related(page, reader),
  ];
}
