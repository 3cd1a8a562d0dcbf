// What somebody answered on a page that `coprod form` writes, and what the browser keeps of it. The three files of a form are
// joined to one script, which runs in a browser, from a file, and asks nothing of a network.

/**
 * @typedef {readonly [id: string, short: string, name: string]} FormGroup
 * @typedef {readonly [id: string, mark: string, name: string, text: string]} FormLevel
 * @typedef {{ key: string, section: number, scale: number, asks: string, own: Record<string, string> }} FormQuestion
 * @typedef {{ title: string, language: string, head: string[], code: string, sheet: string, store: string,
 *   groups: FormGroup[], sections: { title: string, why: string }[], scales: FormLevel[][],
 *   questions: FormQuestion[], saved: { style: string, policy: string } }} FormData
 * @typedef {{ id: string, group: string, answers: Record<string, string> }} Answers
 */

const UNSURE = "unsure";
const BLANK = "blank";
const OTHERS = /** @type {FormLevel[]} */ ([
  [UNSURE, "u", "We are not sure", ""],
  [BLANK, "-", "Rather not say", ""],
]);
export const FORMAT = "form-answers/1";
/** Begins the name of all that forms keep in a browser: all pages that are opened from files share one store. */
const STORE = "coprod form ";

export const form = /** @type {FormData} */ (
  JSON.parse(document.getElementById("form-data")?.textContent ?? "")
);
/** What was answered so far; whether the browser keeps it; and whether a page with all of it was saved. */
export const state = {
  given: /** @type {Answers} */ ({ id: newId(), group: "", answers: {} }),
  isKept: false,
  isSaved: true,
};
restore();

/**
 * Takes over the answers of a page that this form saved.
 * @param {string} text
 * @returns {string | undefined} why not
 */
export function load(text) {
  const [, written] = /<pre id="coprod-answers">([^<]*)<\/pre>/u.exec(text) ?? [];
  if (written === undefined) return "This is not a page that this form saved.";
  const pairs = written
    .trim()
    .split(/\r?\n/u)
    .map((line) => line.split(": "));
  const { coprod, sheet, id = "", group = "", ...answers } = Object.fromEntries(pairs);
  if (coprod !== FORMAT) return "This page is damaged, or of a newer form.";
  if (sheet !== form.code) return "This page answers other questions, or another version of them.";
  const found = sound({ id, group, answers });
  if (found === undefined) return "This page is damaged. Nothing was taken from it.";
  change(found);
  state.isSaved = true;
  return undefined;
}

/**
 * The answers, where all of them fit this form.
 * @param {Answers} answers
 * @returns {Answers | undefined}
 */
function sound({ id, group, answers }) {
  const fits = Object.entries(answers).every(([key, answer]) => {
    const question = form.questions.find((each) => each.key === key);
    return question !== undefined && levelsOf(question).some(([level]) => level === answer);
  });
  // Who has only begun belongs to no group yet.
  const isNew = group === "" && Object.keys(answers).length === 0;
  const isKnown = isNew || form.groups.some(([known]) => known === group);
  return fits && isKnown && /^[a-z0-9]{1,20}$/u.test(id) ? { id, group, answers } : undefined;
}

/** @param {Answers} answers */
export function change(answers) {
  state.given = answers;
  state.isSaved = false;
  keep();
}

export function keep() {
  if (!state.isKept) return;
  try {
    localStorage.setItem(form.store, JSON.stringify(state.given));
  } catch {
    state.isKept = false;
  }
}

function restore() {
  try {
    const found = sound(JSON.parse(localStorage.getItem(form.store) ?? "{}"));
    if (found !== undefined) [state.given, state.isKept] = [found, true];
  } catch {
    // Nothing can be kept here.
  }
}

export function forget() {
  for (const name of Object.keys(localStorage))
    if (name.startsWith(STORE)) localStorage.removeItem(name);
}

export function canStore() {
  try {
    return localStorage.length >= 0;
  } catch {
    return false;
  }
}

/** The answers as one line to read out, in pieces of a few signs. */
export function slipPieces() {
  const [, short = ""] = form.groups.find(([id]) => id === state.given.group) ?? [];
  const marks = form.questions.map((question) => chosenLevel(question)?.[1] ?? "-").join("");
  return [short, ...(marks.match(/.{1,5}/gu) ?? []), form.code, `#${state.given.id}`];
}

/** @param {FormQuestion} question */
export function levelsOf(question) {
  return [...(form.scales[question.scale] ?? []), ...OTHERS];
}

/** @param {FormQuestion} question */
export function chosenLevel(question) {
  return levelsOf(question).find(([id]) => id === state.given.answers[question.key]);
}

/** @param {FormQuestion} question */
export function asksOf({ asks, own }) {
  return Object.hasOwn(own, state.given.group) ? (own[state.given.group] ?? asks) : asks;
}

/** The place of the first question that is not answered, or of the check. */
export function firstOpen() {
  const at = form.questions.findIndex(({ key }) => !(key in state.given.answers));
  return at < 0 ? "check" : String(at + 1);
}

/** By which the same answers are never counted twice. No letter in it is easily misheard as a figure. */
export function newId() {
  const letters = "bcdfghjkmnpqrstvwxyz23456789";
  return [...crypto.getRandomValues(new Uint8Array(5))].map((each) => letters[each % 28]).join("");
}
