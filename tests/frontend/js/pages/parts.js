// What several page types have: their head, their body, and what belongs to them.

/** @import { AnyPage, BodyBlockContent, CitySummary, LanguageContent, PageReference, PictureContent } from "../../api" */
/** @import { Child } from "../dom.js" */
/** @import { Reader } from "../reader.js" */

import { body } from "../blocks.js";
import { element, lines, section } from "../dom.js";
import { gallery, pageLinks } from "../lists.js";
import { figure } from "../picture.js";
import { languageOf } from "../reader.js";

/**
 * Return the title and introduction, and the leading picture, in the language of the page's words.
 * @param {{ title: string, intro: string, language: LanguageContent, lead_picture?: PictureContent | null }} page
 * @param {Reader} reader
 * @param {{ above?: Child, below?: Child }} [more]
 * @returns {HTMLElement}
 */
export function head(page, reader, more = {}) {
  const language = languageOf(page.language, reader);
  return element(
    "header",
    { class: page.lead_picture ? "hero" : "head" },
    element(
      "div",
      { class: "hero__text", ...language },
      more.above,
      element("h1", { tabindex: -1 }, page.title),
      more.below,
      lines(page.intro, { class: "intro" }),
    ),
    page.lead_picture && element("div", language, figure(page.lead_picture, reader, { eager: true })),
  );
}

/**
 * Return blocks in the language of the page's words.
 * @param {AnyPage} page
 * @param {BodyBlockContent[]} blocks
 * @param {Reader} reader
 */
export function own(page, blocks, reader) {
  return blocks.length ? element("div", languageOf(page.language, reader), body(blocks, reader)) : null;
}

/**
 * Return what else is about the same things.
 * @param {{ cities?: CitySummary[], networks?: PageReference[], topics?: PageReference[] }} page
 * @param {Reader} reader
 * @returns {HTMLElement}
 */
export function related(page, reader) {
  const { words } = reader;
  return element(
    "div",
    {},
    section(words.cities, [gallery(page.cities ?? [], reader)]),
    section(words.networks, [pageLinks(page.networks ?? [], reader)]),
    section(words.topics, [pageLinks(page.topics ?? [], reader)]),
  );
}
