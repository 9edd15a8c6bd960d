// Partner cities.

/** @import { AgreementContent, PartnerCityIndexPageContent, PartnerCityPageContent } from "../../api" */
/** @import { Child } from "../dom.js" */
/** @import { Reader } from "../reader.js" */

import { contact } from "../blocks.js";
import { element, facts, list, section } from "../dom.js";
import { day, entries, gallery, pageLinks, projects } from "../lists.js";
import { date, languageOf } from "../reader.js";
import { head, own } from "./parts.js";

/**
 * @param {PartnerCityIndexPageContent} page
 * @param {Reader} reader
 * @returns {Child[]}
 */
export function cityIndex(page, reader) {
  return [head(page, reader), gallery(page.cities, reader, "h2"), own(page, page.body, reader)];
}

/**
 * @param {PartnerCityPageContent} page
 * @param {Reader} reader
 * @returns {Child[]}
 */
export function cityPage(page, reader) {
  const { words } = reader;
  const contacts = page.contact.map((one) => contact(one, reader));
  return [
    head(page, reader),
    element(
      "div",
      { class: "beside" },
      passport(page, reader),
      element(
        "div",
        {},
        own(page, page.body, reader),
        section(words.contact, contacts.length ? [element("div", languageOf(page.language, reader), contacts)] : []),
        section(words.networks, [pageLinks(page.networks, reader)]),
        section(words.projects, [projects(page.projects, reader)]),
        section(words.entries, [entries(page.entries, reader)]),
      ),
    ),
  ];
}

/**
 * Return the facts of the relation.
 * @param {PartnerCityPageContent} page
 * @param {Reader} reader
 */
function passport(page, reader) {
  const { words } = reader;
  const names = page.local_names.map((name) => element("bdi", { lang: name.language }, name.text));
  const sites = page.websites.map((one) => element("a", { href: one.url, hreflang: one.language || null, dir: "ltr" }, one.host));
  const periods = page.status_periods.map((one) =>
    element("span", {}, `${one.label}: `, day(one.begins), one.until && ` – ${date(one.until, reader)}`),
  );
  return section(
    words.atAGlance,
    [
      facts([
        [words.country, page.country.label],
        [words.relation, page.relation.label],
        [words.since, page.since && day(page.since)],
        [words.status, words[page.status]],
        [words.localNames, list(names)],
        [words.partnerBody, page.partner_body && element("div", languageOf(page.language, reader), page.partner_body)],
        [words.agreements, list(page.agreements.map((one) => agreement(one, reader)))],
        [words.periods, list(periods)],
        [words.topics, pageLinks(page.topics, reader)],
        [words.websites, list(sites)],
      ]),
    ],
    { class: "panel" },
  );
}

/**
 * @param {AgreementContent} one
 * @param {Reader} reader
 */
function agreement(one, reader) {
  const { words } = reader;
  return element(
    "div",
    {},
    day(one.date),
    ` · ${one.kind.label}`,
    one.place && ` · ${one.place}`,
    one.counts_from_here && element("span", { class: "soft" }, ` · ${words.countsFromHere}`),
    one.valid_until && ` · ${words.validUntil} ${date(one.valid_until, reader)}`,
    one.document && element("span", {}, " · ", element("a", { href: one.document.file.url }, one.document.title)),
    one.source && element("span", {}, " · ", element("a", { href: one.source }, words.source)),
  );
}
