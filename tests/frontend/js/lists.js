// Pages in lists: cities, networks, topics, projects, events and news.

/** @import { CitySummary, EntrySummary, Occasion, PageReference, PartialDate, ProjectSummary } from "../api" */
/** @import { Reader } from "./reader.js" */
/** @import { Child } from "./dom.js" */

import { element, lines, list } from "./dom.js";
import { credit, picture } from "./picture.js";
import { clock, languageOf } from "./reader.js";

/**
 * Return a link to a page, in the language of its title.
 * @param {PageReference} page
 * @param {Reader} reader
 * @returns {HTMLAnchorElement}
 */
export function pageLink(page, reader) {
  return element("a", { href: page.path, ...languageOf(page.language, reader) }, page.title);
}

/**
 * Return links to pages as a list.
 * @param {PageReference[]} pages
 * @param {Reader} reader
 */
export function pageLinks(pages, reader) {
  return list(pages.map((page) => pageLink(page, reader)), { class: "tags" });
}

/** @typedef {"h2" | "h3"} Level */

/**
 * Return the gallery of cities: pictures with name, country and year under them.
 * @param {CitySummary[]} cities
 * @param {Reader} reader
 * @param {Level} [level]
 */
export function gallery(cities, reader, level = "h3") {
  return list(cities.map((city) => cityCard(city, reader, level)), { class: "gallery" });
}

/**
 * @param {CitySummary} city
 * @param {Reader} reader
 * @param {Level} level
 */
function cityCard(city, reader, level) {
  const { words } = reader;
  const status = city.status === "active" ? null : words[city.status];
  const facts = [city.country.label, city.since && `${words.since} ${city.since.text}`, status].filter(Boolean);
  return element(
    "article",
    { class: "city" },
    element(level, {}, pageLink(city, reader)),
    element("p", { class: "soft" }, facts.join(" · ")),
    city.picture && picture(city.picture),
    city.picture && credit(city.picture, reader),
  );
}

/**
 * Return pages with what they are about.
 * @param {(PageReference & { intro: string })[]} pages
 * @param {Reader} reader
 * @param {Level} [level]
 * @param {(index: number) => Child} [more]
 */
export function cards(pages, reader, level = "h3", more = () => null) {
  return list(
    pages.map((page, index) =>
      element(
        "article",
        { class: "card" },
        element(level, {}, pageLink(page, reader)),
        more(index),
        lines(page.intro, languageOf(page.language, reader)),
      ),
    ),
    { class: "grid" },
  );
}

/**
 * Return projects with the time they last.
 * @param {ProjectSummary[]} projects
 * @param {Reader} reader
 * @param {Level} [level]
 */
export function projects(projects, reader, level = "h3") {
  return cards(projects, reader, level, (index) => {
    const project = projects[index];
    return project ? period(project.begins, project.ends) : null;
  });
}

/**
 * @param {PartialDate | null} begins
 * @param {PartialDate | null} ends
 */
export function period(begins, ends) {
  const parts = [begins, ends].flatMap((one) => (one ? [element("time", { datetime: one.date }, one.text)] : []));
  return parts.length ? element("p", { class: "soft" }, parts.flatMap((one, index) => (index ? [" – ", one] : [one]))) : null;
}

/**
 * Return events and news in the order they come in.
 * @param {EntrySummary[]} entries
 * @param {Reader} reader
 */
export function entries(entries, reader) {
  return list(entries.map((entry) => entryCard(entry, reader)), { class: "entries" });
}

/**
 * @param {EntrySummary} entry
 * @param {Reader} reader
 */
function entryCard(entry, reader) {
  const { words } = reader;
  const isEvent = entry.type === "cityrelations.EventPage";
  const when = isEvent ? entry.when && occasion(entry.when, reader) : entry.published_on && day(entry.published_on);
  const state = isEvent && entry.status !== "planned" ? words[entry.status] : "";
  return element(
    "article",
    { class: "entry" },
    element("p", { class: "soft" }, when, isEvent && ` · ${entry.kind.label}`),
    element("h3", {}, pageLink(entry, reader)),
    state && element("p", { class: "state" }, state),
    lines(entry.intro, languageOf(entry.language, reader)),
    pageLinks(entry.cities, reader),
  );
}

/**
 * Return a date as far as it is known.
 * @param {PartialDate} value
 */
export function day(value) {
  return element("time", { datetime: value.date }, value.text);
}

/**
 * Return the time an event takes place.
 * @param {Occasion} value
 * @param {Reader} reader
 */
export function occasion(value, reader) {
  const times = [value.start_time, value.end_time].flatMap((time) => (time ? [clock(time, reader)] : []));
  return element(
    "span",
    {},
    element("time", { datetime: value.start_date }, value.text),
    times.length > 0 && ", ",
    times.length > 0 && element("bdi", {}, times.join(" – ")),
  );
}
