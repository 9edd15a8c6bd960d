// Elements made of plain values. Text is text: only `html` takes markup, which the API has cleaned.

/** @typedef {Node | string | null | undefined | false} Child */
/** @typedef {Record<string, string | number | boolean | null | undefined>} Attributes */

/**
 * Return an element. Attributes that are null, undefined or false are left out, as are such children.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} [attributes]
 * @param {...Child | Child[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...present(children.flat()));
  return made;
}

/**
 * Return an element that holds rich text.
 * @param {string} markup
 * @returns {HTMLElement | null}
 */
export function html(markup) {
  if (!markup) return null;
  const made = element("div", { class: "prose" });
  made.innerHTML = markup;
  return made;
}

/**
 * Return the children that are something.
 * @param {Child[]} children
 * @returns {(Node | string)[]}
 */
export function present(children) {
  return children.flatMap((child) => child || []);
}

/**
 * Return paragraphs of plain text whose lines are parted by line ends.
 * @param {string} text
 * @param {Attributes} [attributes]
 * @returns {HTMLParagraphElement | null}
 */
export function lines(text, attributes = {}) {
  if (!text) return null;
  const parts = text.split("\n").flatMap((line, index) => (index ? [element("br"), line] : [line]));
  return element("p", attributes, parts);
}

/**
 * Return a section with a heading, or null where it would hold nothing.
 * @param {string} heading
 * @param {Child[]} children
 * @param {Attributes} [attributes]
 * @returns {HTMLElement | null}
 */
export function section(heading, children, attributes = {}) {
  const kept = present(children);
  return kept.length ? element("section", attributes, element("h2", {}, heading), kept) : null;
}

/**
 * Return a list, or null for no items.
 * @param {Child[]} items
 * @param {Attributes} [attributes]
 * @returns {HTMLUListElement | null}
 */
export function list(items, attributes = {}) {
  const kept = present(items);
  if (!kept.length) return null;
  return element("ul", { role: "list", ...attributes }, kept.map((item) => element("li", {}, item)));
}

/**
 * Return facts as a description list, leaving out those that hold nothing.
 * @param {[string, Child | Child[]][]} pairs
 * @returns {HTMLDListElement | null}
 */
export function facts(pairs) {
  const rows = pairs.flatMap(([label, value]) => {
    const kept = present([value].flat());
    return kept.length ? [element("div", {}, element("dt", {}, label), element("dd", {}, kept))] : [];
  });
  return rows.length ? element("dl", { class: "facts" }, rows) : null;
}
