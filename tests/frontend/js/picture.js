// Pictures with their credit, which has to stand visibly at each of them.

/** @import { CreditContent, PictureContent } from "../api" */
/** @import { Reader } from "./reader.js" */

import { element, lines } from "./dom.js";

const TYPES = /** @type {const} */ (["image/avif", "image/webp"]);

/**
 * Return a picture alone, in the best format the browser knows.
 * @param {PictureContent} picture
 * @param {{ eager?: boolean, class?: string }} [options]
 * @returns {HTMLElement | null}
 */
export function picture(picture, options = {}) {
  const jpegs = picture.files.filter((file) => file.media_type === "image/jpeg");
  const plain = jpegs.at(-1);
  if (!plain) return null;
  const sources = TYPES.map((type) => ({ type, srcset: srcset(picture, type) })).filter((one) => one.srcset);
  const focus = picture.focal_point;
  const image = element("img", {
    src: plain.url,
    srcset: srcset(picture, "image/jpeg"),
    sizes: picture.sizes,
    alt: picture.alt,
    width: plain.width,
    height: plain.height,
    loading: options.eager ? null : "lazy",
    decoding: "async",
  });
  if (focus) image.style.objectPosition = `${focus.x * 100}% ${focus.y * 100}%`;
  return element(
    "picture",
    { class: options.class },
    sources.map((one) => element("source", { type: one.type, srcset: one.srcset, sizes: picture.sizes })),
    image,
  );
}

/**
 * Return a picture with caption and credit.
 * @param {PictureContent | null} value
 * @param {Reader} reader
 * @param {{ eager?: boolean }} [options]
 * @returns {HTMLElement | null}
 */
export function figure(value, reader, options = {}) {
  if (!value) return null;
  const caption = lines(value.caption);
  const line = credit(value, reader);
  return element(
    "figure",
    { class: "figure" },
    picture(value, options),
    (caption || line) && element("figcaption", {}, caption, line),
  );
}

/**
 * Return the credit line: its label is the reader's, each part is isolated from the others' direction.
 * @param {PictureContent} value
 * @param {Reader} reader
 * @returns {HTMLElement | null}
 */
export function credit(value, reader) {
  const parts = value.credit ? partsOf(value.credit) : [];
  if (value.made_with_ai) parts.push(" · ", element("bdi", {}, reader.words.madeWithAi));
  if (!parts.length) return null;
  return element("p", { class: "credit", lang: reader.locale.code, dir: reader.locale.direction }, parts);
}

/**
 * @param {CreditContent} value
 * @returns {(Node | string)[]}
 */
function partsOf(value) {
  const parts = value.parts.map((part) => {
    const rel = part.kind === "licence" ? "license" : null;
    return element("bdi", {}, part.url ? element("a", { href: part.url, rel }, part.text) : part.text);
  });
  return [`${value.label} `, ...parts.flatMap((part, index) => (index ? [" · ", part] : [part]))];
}

/**
 * @param {PictureContent} picture
 * @param {string} type
 */
function srcset(picture, type) {
  const files = picture.files.filter((file) => file.media_type === type);
  return files.map((file) => `${file.url} ${file.width}w`).join(", ");
}
