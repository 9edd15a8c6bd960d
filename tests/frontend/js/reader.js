// What the reader reads: the language of the address, and which words are not in it.

/** @import { LanguageContent, LocaleContent } from "../api" */
/** @import { Words } from "./words.js" */

/**
 * @typedef {object} Reader
 * @property {LocaleContent} locale
 * @property {Words} words
 */

/**
 * Return the attributes that words in a language need: none in the reader's own (WCAG 2.2, 3.1.2).
 * @param {LanguageContent} language
 * @param {Reader} reader
 * @returns {{ lang?: string, dir?: string }}
 */
export function languageOf(language, reader) {
  return language.code === reader.locale.code ? {} : { lang: language.code, dir: language.direction };
}

/**
 * Return a number as the reader's language writes it.
 * @param {number} value
 * @param {Reader} reader
 * @returns {string}
 */
export function number(value, reader) {
  const options = { numberingSystem: reader.locale.digits, maximumFractionDigits: 1 };
  return new Intl.NumberFormat(reader.locale.code.split("-")[0], options).format(value);
}

/**
 * Return a year in the reader's digits.
 * @param {number} value
 * @param {Reader} reader
 * @returns {string}
 */
export function year(value, reader) {
  const options = { numberingSystem: reader.locale.digits, useGrouping: false };
  return new Intl.NumberFormat(reader.locale.code.split("-")[0], options).format(value);
}

/**
 * Return a local time such as 18:00:00 as the reader's language writes it.
 * @param {string} time
 * @param {Reader} reader
 * @returns {string}
 */
export function clock(time, reader) {
  /** @type {Intl.DateTimeFormatOptions} */
  const options = { timeStyle: "short", timeZone: "UTC", numberingSystem: reader.locale.digits };
  return new Intl.DateTimeFormat(reader.locale.code.split("-")[0], options).format(new Date(`1970-01-01T${time}Z`));
}

/**
 * Return a day such as 2026-05-01 as the reader's language writes it.
 * @param {string} day
 * @param {Reader} reader
 * @returns {string}
 */
export function date(day, reader) {
  /** @type {Intl.DateTimeFormatOptions} */
  const options = { dateStyle: "long", timeZone: "UTC", numberingSystem: reader.locale.digits };
  return new Intl.DateTimeFormat(reader.locale.code.split("-")[0], options).format(new Date(`${day}T00:00:00Z`));
}
