// What pages of a form are made of.

import { asksOf, chosenLevel, FORMAT, form, slipPieces, state } from "./form-answers.js";

/** @typedef {(Node | string)[]} Inside */

export const main = /** @type {HTMLElement} */ (document.querySelector("main"));

/**
 * @param {string} title
 * @param {Inside} inside
 */
export function show(title, ...inside) {
  document.title = `${onOneLine(title)} - ${onOneLine(form.title)}`;
  main.replaceChildren(...inside);
}

/**
 * What is wrong, above everything else, with links to where it can be mended.
 * @param {[id: string, problem: string][]} problems
 */
export function wrong(problems) {
  main.querySelector(".wrong")?.remove();
  const links = problems.map(([id, problem]) => {
    const link = make("a", { href: `#${id}` }, problem);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      document.getElementById(id)?.focus();
    });
    return make("li", {}, link);
  });
  const box = make(
    "div",
    { class: "wrong", role: "alert", tabindex: "-1" },
    make("h2", {}, "There is a problem"),
    make("ul", {}, ...links),
  );
  main.prepend(box);
  document.title = `Error: ${document.title.replace(/^Error: /u, "")}`;
  box.focus();
}

/**
 * The same once more, where it is to be mended.
 * @param {HTMLElement} fieldset
 * @param {string} problem
 */
export function refuse(fieldset, problem) {
  fieldset.querySelector(".error")?.remove();
  fieldset.setAttribute("aria-describedby", "answer-error");
  const said = make("p", { class: "error", id: "answer-error" }, `Error: ${problem}`);
  fieldset.querySelector("legend")?.after(said);
}

/**
 * All answers in words.
 * @param {boolean} canChange
 */
export function answerList(canChange) {
  const group = form.groups.find(([id]) => id === state.given.group)?.[2] ?? "";
  const line = (
    /** @type {string} */ asks,
    /** @type {Inside} */ said,
    /** @type {string} */ place,
    /** @type {string} */ what,
  ) =>
    make(
      "div",
      {},
      make("dt", {}, asks),
      make("dd", {}, ...said),
      ...(canChange
        ? [
            make(
              "dd",
              {},
              make("a", { href: `#${place}`, "aria-label": `Change ${what}` }, "Change"),
            ),
          ]
        : []),
    );
  const rows = form.questions.map((question, at) => {
    const [, mark = "", name = "Not answered", text = ""] = chosenLevel(question) ?? [];
    return line(
      `${at + 1}. ${asksOf(question)}`,
      mark === "" ? [name] : answerWords(name, text),
      String(at + 1),
      `the answer to question ${at + 1}`,
    );
  });
  return make("dl", {}, line("Your group", [make("b", {}, group)], "group", "your group"), ...rows);
}

/** @param {string} words */
export function say(words) {
  const place = document.getElementById("said");
  if (place !== null) place.textContent = words;
}

/** @param {string} words */
export function heading(words) {
  return make("h1", { tabindex: "-1" }, words);
}

/**
 * @param {string} words
 * @param {() => void} act
 */
export function button(words, act) {
  const made = make("button", { type: "button" }, words);
  made.addEventListener("click", act);
  return made;
}

/**
 * @param {string} words
 * @param {() => void} act
 */
export function plainButton(words, act) {
  const made = button(words, act);
  made.className = "plain";
  return made;
}

/**
 * @param {HTMLElement} input
 * @param {string} words
 */
export function label(input, words) {
  return make("label", { for: input.id }, words);
}

/**
 * @param {string} tag
 * @param {Record<string, string>} attributes
 * @param {Inside} inside
 */
export function make(tag, attributes, ...inside) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  for (const each of inside) element.append(...(typeof each === "string" ? spoken(each) : [each]));
  return element;
}

/** A text in another language, with the page's own after it where the form is in two: `src/documents/bilingual.ts` writes it. */
const SPOKEN =
  /\ue010([^\ue010-\ue014]*)\ue011([^\ue010-\ue014]*)(?:\ue012([^\ue010-\ue014]*))?\ue013(\.?)/gu;

/**
 * A text in each of its languages.
 * @param {string} words
 * @returns {Inside[]}
 */
function versions(words) {
  const found = [...words.matchAll(SPOKEN)];
  if (found.length === 0) return [words === "" ? [] : [words]];
  const others = found.map(([, language = "", text = "", , end = ""]) =>
    make("span", { lang: language, dir: "auto" }, ended(text, end)),
  );
  const around = words.split(SPOKEN).filter((_, at) => at % 5 === 0);
  const inside = around.flatMap((text, at) => [text, ...others.slice(at, at + 1)]);
  if (found[0]?.[3] === undefined) return [inside];
  const base = words.replace(SPOKEN, (...part) => ended(part[3], part[4]));
  const isAlone = !/\p{L}{2}/u.test(around.join(" "));
  const first = isAlone ? [inside] : others.map((each) => [each]);
  return [...first, [make("span", { lang: form.language }, base)]];
}

/** @param {string} text @param {string} end */
function ended(text, end) {
  return /[.!?…][”"')]?$/u.test(text) ? text : text + end;
}

/**
 * The languages of a text on lines of their own.
 * @param {string} words
 * @returns {Inside}
 */
function spoken(words) {
  return versions(words).flatMap((each, at) => (at === 0 ? each : [make("br", {}), ...each]));
}

/**
 * A text for the name of the page, which has one line.
 * @param {string} words
 */
function onOneLine(words) {
  return words.replace(SPOKEN, (...part) => [part[2], part[3]].filter(Boolean).join(" / "));
}

/**
 * An answer and what it means, in each language.
 * @param {string} name
 * @param {string} text
 * @returns {Inside}
 */
export function answerWords(name, text) {
  const names = versions(text === "" ? name : `${name}.`);
  const texts = versions(text);
  return (texts.length > names.length ? texts : names).flatMap((_, at) => [
    ...(at === 0 ? [] : [make("br", {})]),
    make("b", {}, ...(names[at] ?? names[0] ?? [])),
    ...(text === "" ? [] : [" ", ...(texts[at] ?? texts[0] ?? [])]),
  ]);
}

/** The answers as one line, no piece of which is broken. */
export function slipLine() {
  return make(
    "p",
    { class: "line" },
    ...slipPieces().flatMap((piece) => [make("span", {}, piece), " "]),
  );
}

/** A page that people can read, and that this form and coprod can read again. */
export function savedPage() {
  const title = `My answers: ${form.title}`;
  const lines = [
    `coprod: ${FORMAT}`,
    `sheet: ${form.code}`,
    `id: ${state.given.id}`,
    `group: ${state.given.group}`,
    ...Object.entries(state.given.answers).map(([key, answer]) => `${key}: ${answer}`),
  ];
  const body = make(
    "main",
    {},
    heading(title),
    make("p", {}, form.sheet),
    answerList(false),
    make("h2", {}, "In one line"),
    slipLine(),
    make("h2", {}, "The same for programs"),
    make(
      "p",
      {},
      "To count these answers, give this page to: coprod votes add. To go on answering, open it in the form.",
    ),
    make("pre", { id: "coprod-answers" }, `\n${lines.join("\n")}\n`),
  );
  return [
    "<!DOCTYPE html>",
    `<html lang="${form.language}">`,
    `<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${form.saved.policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `${make("title", {}, title).outerHTML}\n<style>\n${form.saved.style}\n</style>\n</head>`,
    `<body>\n${body.outerHTML}\n</body>\n</html>\n`,
  ].join("\n");
}
