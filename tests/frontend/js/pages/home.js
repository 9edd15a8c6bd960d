// The front page and plain pages.

/** @import { ContactPageContent, HomePageContent, PartnersPageContent, StandardPageContent } from "../../api" */
/** @import { Child } from "../dom.js" */
/** @import { Reader } from "../reader.js" */

import { link, organisations, teaser } from "../blocks.js";
import { element, html, list, section } from "../dom.js";
import { gallery } from "../lists.js";
import { date, languageOf } from "../reader.js";
import { head, own } from "./parts.js";

/**
 * @param {HomePageContent} page
 * @param {Reader} reader
 * @returns {Child[]}
 */
export function homePage(page, reader) {
  const { words } = reader;
  const language = languageOf(page.language, reader);
  const links = page.hero_links.map((one, index) => link(one.link, reader, index ? "onward" : "button"));
  return [
    head(page, reader, { above: page.claim && element("p", { class: "claim" }, page.claim) }),
    list(links, { class: "actions", ...language }),
    page.welcome && section(words.welcome, [element("div", language, html(page.welcome))], { class: "welcome" }),
    section(words.cities, [gallery(page.cities, reader)]),
    section(words.findYourWay, [list(page.teasers.map((one) => teaser(one, reader)), { class: "grid", ...language })]),
  ];
}

/**
 * @param {StandardPageContent} page
 * @param {Reader} reader
 * @returns {Child[]}
 */
export function standardPage(page, reader) {
  const review = page.review_date;
  return [
    head(page, reader),
    own(page, page.body, reader),
    review &&
      element("p", { class: "soft" }, `${reader.words.reviewed}: `, element("time", { datetime: review }, date(review, reader))),
  ];
}

/**
 * @param {ContactPageContent} page
 * @param {Reader} reader
 * @returns {Child[]}
 */
export function contactPage(page, reader) {
  return [head(page, reader), own(page, page.body, reader)];
}

/**
 * @param {PartnersPageContent} page
 * @param {Reader} reader
 * @returns {Child[]}
 */
export function partnersPage(page, reader) {
  const language = languageOf(page.language, reader);
  return [head(page, reader), element("div", language, page.groups.map((one) => organisations(one, reader)))];
}
