// Networks, topics and projects.

/** @import { NetworkIndexPageContent, NetworkPageContent, ProjectIndexPageContent, ProjectPageContent, TopicIndexPageContent, TopicPageContent } from "../../api" */
/** @import { Child } from "../dom.js" */
/** @import { Reader } from "../reader.js" */

import { element, facts, section } from "../dom.js";
import { cards, day, entries, period, projects } from "../lists.js";
import { figure } from "../picture.js";
import { languageOf } from "../reader.js";
import { head, own, related } from "./parts.js";

/**
 * @param {NetworkIndexPageContent} page
 * @param {Reader} reader
 * @returns {Child[]}
 */
export function networkIndex(page, reader) {
  const since = (/** @type {number} */ index) => {
    const date = page.networks[index]?.member_since;
    return date && element("p", { class: "soft" }, `${reader.words.memberSince} `, day(date));
  };
  return [head(page, reader), cards(page.networks, reader, "h2", since), own(page, page.body, reader)];
}

/**
 * @param {NetworkPageContent} page
 * @param {Reader} reader
 * @returns {Child[]}
 */
export function networkPage(page, reader) {
  const { words } = reader;
  const language = languageOf(page.language, reader);
  return [
    head(page, reader),
    element(
      "div",
      { class: "beside" },
      section(
        words.atAGlance,
        [
          page.logo && element("div", language, figure(page.logo, reader)),
          facts([
            [words.memberSince, page.member_since && day(page.member_since)],
            [words.founded, page.founded && day(page.founded)],
            [words.seat, page.seat && element("div", language, page.seat)],
            [words.website, page.website && element("a", { href: page.website, dir: "ltr" }, new URL(page.website).host)],
          ]),
        ],
        { class: "panel" },
      ),
      element(
        "div",
        {},
        own(page, page.body, reader),
        related(page, reader),
        section(words.projects, [projects(page.projects, reader)]),
        section(words.entries, [entries(page.entries, reader)]),
      ),
    ),
  ];
}

/**
 * @param {TopicIndexPageContent} page
 * @param {Reader} reader
 * @returns {Child[]}
 */
export function topicIndex(page, reader) {
  return [head(page, reader), cards(page.topics, reader, "h2"), own(page, page.body, reader)];
}

/**
 * @param {TopicPageContent} page
 * @param {Reader} reader
 * @returns {Child[]}
 */
export function topicPage(page, reader) {
  return [
    head(page, reader),
    own(page, page.body, reader),
    related(page, reader),
    section(reader.words.projects, [projects(page.projects, reader)]),
    section(reader.words.entries, [entries(page.entries, reader)]),
  ];
}

/**
 * @param {ProjectIndexPageContent} page
 * @param {Reader} reader
 * @returns {Child[]}
 */
export function projectIndex(page, reader) {
  return [head(page, reader), projects(page.projects, reader, "h2"), own(page, page.body, reader)];
}

/**
 * @param {ProjectPageContent} page
 * @param {Reader} reader
 * @returns {Child[]}
 */
export function projectPage(page, reader) {
  return [
    head(page, reader, { below: period(page.begins, page.ends) }),
    own(page, page.body, reader),
    section(reader.words.outcome, [own(page, page.outcome, reader)]),
    related(page, reader),
  ];
}
