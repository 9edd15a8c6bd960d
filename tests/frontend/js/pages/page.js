// One function for each page type.

/** @import { AnyPage } from "../../api" */
/** @import { Child } from "../dom.js" */
/** @import { Reader } from "../reader.js" */

import { element } from "../dom.js";
import { languageOf } from "../reader.js";
import { eventIndex, eventPage, newsPage } from "./agenda.js";
import { cityIndex, cityPage } from "./cities.js";
import { contactPage, homePage, partnersPage, standardPage } from "./home.js";
import { networkIndex, networkPage, projectIndex, projectPage, topicIndex, topicPage } from "./work.js";

/**
 * Return what a page holds. TypeScript finds a type that is missing here.
 * @param {AnyPage} page
 * @param {Reader} reader
 * @returns {Child[]}
 */
export function content(page, reader) {
  switch (page.type) {
    case "home.HomePage":
      return homePage(page, reader);
    case "home.StandardPage":
      return standardPage(page, reader);
    case "home.ContactPage":
      return contactPage(page, reader);
    case "cityrelations.PartnerCityIndexPage":
      return cityIndex(page, reader);
    case "cityrelations.PartnerCityPage":
      return cityPage(page, reader);
    case "cityrelations.NetworkIndexPage":
      return networkIndex(page, reader);
    case "cityrelations.NetworkPage":
      return networkPage(page, reader);
    case "cityrelations.TopicIndexPage":
      return topicIndex(page, reader);
    case "cityrelations.TopicPage":
      return topicPage(page, reader);
    case "cityrelations.ProjectIndexPage":
      return projectIndex(page, reader);
    case "cityrelations.ProjectPage":
      return projectPage(page, reader);
    case "cityrelations.EventIndexPage":
      return eventIndex(page, reader);
    case "cityrelations.EventPage":
      return eventPage(page, reader);
    case "cityrelations.NewsPage":
      return newsPage(page, reader);
    case "cityrelations.PartnersPage":
      return partnersPage(page, reader);
    case "withheld":
      return [element("h1", { tabindex: -1, ...languageOf(page.language, reader) }, page.title)];
  }
}
