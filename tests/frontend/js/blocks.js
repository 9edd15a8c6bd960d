// One function for each block.

/** @import { BodyBlockContent, CallToActionContent, ContactContent, DownloadContent, FileContent, LinkContent, OrganisationGroupContent, TableContent, TeaserContent, VideoContent } from "../api" */
/** @import { Reader } from "./reader.js" */
/** @import { Child } from "./dom.js" */

import { element, html, lines, list } from "./dom.js";
import { figure } from "./picture.js";
import { number } from "./reader.js";

/**
 * Return the blocks of a page's body.
 * @param {BodyBlockContent[]} blocks
 * @param {Reader} reader
 * @returns {HTMLElement | null}
 */
export function body(blocks, reader) {
  return blocks.length ? element("div", { class: "body" }, blocks.map((one) => block(one, reader))) : null;
}

/**
 * Return one block. TypeScript finds a type that is missing here.
 * @param {BodyBlockContent} value
 * @param {Reader} reader
 * @returns {HTMLElement | null}
 */
export function block(value, reader) {
  switch (value.type) {
    case "heading":
      return element(value.level, { id: value.anchor }, value.text);
    case "rich_text":
      return html(value.html);
    case "quote":
      return element(
        "figure",
        { class: "quote" },
        element("blockquote", {}, lines(value.text)),
        value.source && element("figcaption", {}, value.source),
      );
    case "sections":
      return titled(
        value.heading,
        value.sections.map((one) => element("details", {}, element("summary", {}, one.heading), html(one.html))),
      );
    case "table":
      return table(value);
    case "picture":
      return figure(value.picture, reader);
    case "gallery":
      return titled(value.heading, [
        list(value.pictures.map((one) => figure(one, reader)), { class: "gallery" }),
      ]);
    case "video":
      return video(value, reader);
    case "download":
      return download(value, reader);
    case "link_list":
      return titled(value.heading, [list(value.links.map((one) => link(one, reader)), { class: "links" })]);
    case "call_to_action":
      return callToAction(value, reader);
    case "contact":
      return contact(value, reader);
  }
}

/**
 * @param {string} heading
 * @param {Child[]} children
 */
function titled(heading, children) {
  return element("section", {}, heading ? element("h2", {}, heading) : null, children);
}

/**
 * Return a link; one that leads nowhere is its text alone.
 * @param {LinkContent} value
 * @param {Reader} reader
 * @param {string} [name]
 * @returns {HTMLElement}
 */
export function link(value, reader, name) {
  const made = value.href
    ? element("a", { href: value.href, class: name }, value.text)
    : element("span", {}, value.text);
  return value.file ? element("span", {}, made, " ", about(value.file, reader)) : made;
}

/**
 * Return what readers must know of a file before they open it.
 * @param {FileContent} file
 * @param {Reader} reader
 */
function about(file, reader) {
  const [size, unit] = file.size >= 1e6 ? [file.size / 1e6, "MB"] : [file.size / 1e3, "kB"];
  const facts = [file.extension, `${number(size, reader)} ${unit}`, file.language].filter(Boolean);
  return element("span", { class: "soft" }, "(", element("bdi", {}, facts.join(", ")), ")");
}

/** @param {TableContent} value */
function table(value) {
  const cell = (/** @type {string} */ text, /** @type {number} */ index) =>
    index === 0 && value.has_header_column
      ? element("th", { scope: "row" }, text)
      : element("td", {}, text);
  const head = value.header.map((text) => element("th", { scope: "col" }, text));
  return element(
    "div",
    { class: "table", tabindex: 0, role: "region", "aria-label": value.caption },
    element(
      "table",
      {},
      element("caption", {}, value.caption),
      head.length ? element("thead", {}, element("tr", {}, head)) : null,
      element("tbody", {}, value.rows.map((row) => element("tr", {}, row.map(cell)))),
    ),
  );
}

/**
 * @param {VideoContent} value
 * @param {Reader} reader
 */
function video(value, reader) {
  const poster = value.poster?.files.filter((file) => file.media_type === "image/jpeg").at(-1)?.url;
  const language = value.captions.language;
  return element(
    "figure",
    { class: "figure" },
    element(
      "video",
      { controls: true, preload: "none", poster, "aria-label": value.title, crossorigin: "anonymous" },
      element("source", { src: value.file.url, type: value.file.media_type }),
      element("track", {
        kind: "captions",
        src: value.captions.url,
        srclang: language,
        label: reader.words.captions,
        default: true,
      }),
    ),
    element("figcaption", {}, element("p", {}, value.title)),
    value.transcript
      ? element("details", {}, element("summary", {}, reader.words.transcript), transcript(value.transcript))
      : null,
  );
}

/** @param {string} text */
function transcript(text) {
  return text.startsWith("<") ? html(text) : lines(text);
}

/**
 * @param {DownloadContent} value
 * @param {Reader} reader
 */
function download(value, reader) {
  return element(
    "p",
    { class: "download" },
    element("a", { href: value.file.url }, `${reader.words.download}: `, value.title),
    " ",
    about(value.file, reader),
    value.text_version
      ? element("span", {}, " ", element("a", { href: value.text_version }, reader.words.textVersion))
      : null,
  );
}

/**
 * @param {CallToActionContent} value
 * @param {Reader} reader
 */
function callToAction(value, reader) {
  return element(
    "section",
    { class: "call" },
    element("h2", {}, value.heading),
    lines(value.text),
    element("p", {}, link(value.link, reader, "button")),
  );
}

/**
 * Return how to reach somebody.
 * @param {ContactContent} value
 * @param {Reader} reader
 * @returns {HTMLElement}
 */
export function contact(value, reader) {
  const { words } = reader;
  /** @type {[string, Child][]} */
  const rows = [
    [words.phone, value.phone && element("a", { href: `tel:${value.phone.replace(/[^+\d]/g, "")}`, dir: "ltr" }, value.phone)],
    [words.email, value.email && element("a", { href: `mailto:${value.email}`, dir: "ltr" }, value.email)],
    [words.address, lines(value.address)],
    [words.hours, lines(value.hours)],
  ];
  return element(
    "div",
    { class: "contact" },
    value.name && element("p", {}, element("strong", {}, value.name)),
    value.role && element("p", {}, value.role),
    element(
      "dl",
      { class: "facts" },
      rows.flatMap(([name, content]) =>
        content ? [element("div", {}, element("dt", {}, name), element("dd", {}, content))] : [],
      ),
    ),
  );
}

/**
 * Return a teaser. Its heading is the link; the credit stands outside of it.
 * @param {TeaserContent} value
 * @param {Reader} reader
 * @returns {HTMLElement}
 */
export function teaser(value, reader) {
  const heading = value.link.href ? element("a", { href: value.link.href }, value.heading) : value.heading;
  return element(
    "article",
    { class: "card" },
    element("h3", {}, heading),
    lines(value.text),
    value.type === "picture_teaser" ? figure(value.picture, reader) : null,
  );
}

/**
 * Return organisations of one kind.
 * @param {OrganisationGroupContent} value
 * @param {Reader} reader
 * @returns {HTMLElement}
 */
export function organisations(value, reader) {
  return element(
    "section",
    {},
    element("h2", {}, value.heading),
    html(value.html),
    list(
      value.organisations.map((one) =>
        element(
          "article",
          { class: "card" },
          element("h3", {}, one.url ? element("a", { href: one.url }, one.name) : one.name),
          html(one.html),
          figure(one.logo, reader),
        ),
      ),
      { class: "grid" },
    ),
  );
}
