// What a page that `coprod form` writes shows and hears: one question a page.

import {
  asksOf,
  canStore,
  change,
  firstOpen,
  forget,
  form,
  keep,
  levelsOf,
  load,
  newId,
  state,
} from "./form-answers.js";
import {
  answerList,
  answerWords,
  button,
  heading,
  label,
  main,
  make,
  plainButton,
  refuse,
  savedPage,
  say,
  show,
  slipLine,
  wrong,
} from "./form-parts.js";

addEventListener("hashchange", () => route(true));
addEventListener("beforeunload", (event) => {
  if (!state.isSaved && !state.isKept) event.preventDefault();
});
route(false);

/** @param {boolean} moves Whether somebody went there, so that reading goes on at the heading. */
function route(moves) {
  const at = location.hash.slice(1);
  const question = form.questions[Number(at) - 1];
  const isEarly = state.given.group === "" && at !== "group";
  if (isEarly) showStart();
  else if (question !== undefined) showQuestion(question, Number(at));
  else if (at === "group") showGroup();
  else if (at === "check") showCheck();
  else if (at === "give") showGive();
  else showStart();
  if (moves) /** @type {HTMLElement | null} */ (main.querySelector("h1"))?.focus();
  scrollTo(0, 0);
}

/** @param {string} place */
function go(place) {
  if (location.hash === `#${place}`) route(true);
  else location.hash = place;
}

function showStart() {
  const count = Object.keys(state.given.answers).length;
  const next = count === 0 ? "Start" : "Go on";
  show(
    "Start",
    heading(form.title),
    ...form.head.map((words) => make("p", {}, words)),
    ...(count === 0
      ? []
      : [make("p", {}, `You have answered ${count} of ${form.questions.length}.`)]),
    button(next, () => go(count === 0 ? "group" : firstOpen())),
    make("h2", {}, "If you began before"),
    fileField(),
    make("h2", {}, "If you do not do it all at once"),
    ...keepField(),
  );
}

function fileField() {
  const input = /** @type {HTMLInputElement} */ (
    make("input", { type: "file", id: "saved-page", accept: ".html,.htm" })
  );
  input.addEventListener("change", async () => {
    const [file] = input.files ?? [];
    if (file === undefined) return;
    const problem =
      file.size > 1e6 ? "This page is too large to be one of this form." : load(await file.text());
    if (problem === undefined) go("check");
    else wrong([[input.id, problem]]);
  });
  return make("p", {}, label(input, "Open a page that you saved with this form:"), input);
}

/** @returns {HTMLElement[]} */
function keepField() {
  if (!canStore())
    return [
      make(
        "p",
        {},
        "This browser lets the page keep nothing. When you close or reload it, your answers are gone: save them as a page first.",
      ),
    ];
  const box = /** @type {HTMLInputElement} */ (make("input", { type: "checkbox", id: "keep" }));
  box.checked = state.isKept;
  box.addEventListener("change", () => {
    state.isKept = box.checked;
    if (state.isKept) keep();
    else forget();
    box.checked = state.isKept;
    say(
      state.isKept
        ? "Your answers are kept in this browser from now on."
        : "Nothing is kept here now.",
    );
  });
  return [
    make(
      "p",
      {},
      "When you close or reload this page, your answers are gone, unless you save them as a page or have them kept here.",
    ),
    make("p", { class: "choice" }, box, label(box, "Keep my answers in this browser")),
    make(
      "p",
      {},
      "Everybody who uses this browser can see what is kept, and so can other pages that are opened from a file. Leave it off on a computer that others use.",
    ),
    make(
      "p",
      {},
      plainButton("Clear what is kept here", () => {
        forget();
        box.checked = false;
        state.isKept = false;
        say("Nothing is kept here now.");
      }),
    ),
    make("p", { role: "status", id: "said" }),
  ];
}

function showGroup() {
  const choices = form.groups.map(([id, , name]) => ({ value: id, name, text: "" }));
  const asked = { title: "Which group do you belong to?", choices, chosen: state.given.group };
  ask({ ...asked, back: "start", missing: "Choose a group", caption: "", why: "" }, (group) => {
    change({ ...state.given, group });
    go("1");
  });
}

/**
 * @param {import("./form-answers.js").FormQuestion} question
 * @param {number} number
 */
function showQuestion(question, number) {
  const section = form.sections[question.section];
  const opens = form.questions.find((each) => each.section === question.section) === question;
  const last = number === form.questions.length;
  ask(
    {
      title: asksOf(question),
      caption: `Question ${number} of ${form.questions.length}. ${section?.title ?? ""}`,
      why: opens ? (section?.why ?? "") : "",
      choices: levelsOf(question).map(([value, , name, text]) => ({ value, name, text })),
      chosen: state.given.answers[question.key] ?? "",
      back: number === 1 ? "group" : String(number - 1),
      missing: "Choose an answer, or choose “Rather not say”",
    },
    (answer) => {
      change({ ...state.given, answers: { ...state.given.answers, [question.key]: answer } });
      go(last ? "check" : String(number + 1));
    },
  );
  main.append(make("p", {}, make("a", { href: "#check" }, "Check and save your answers so far")));
}

/**
 * One question a page.
 * @param {{ title: string, caption: string, why: string, choices: { value: string, name: string, text: string }[],
 *   chosen: string, back: string, missing: string }} asked
 * @param {(value: string) => void} take
 */
function ask({ title, caption, why, choices, chosen, back, missing }, take) {
  const radios = choices.map(({ value, name, text }, at) => {
    const input = make("input", {
      type: "radio",
      name: "answer",
      id: `answer-${at + 1}`,
      value,
      autocomplete: "off",
    });
    /** @type {HTMLInputElement} */ (input).checked = value === chosen;
    const words = answerWords(name, text);
    return make("p", { class: "choice" }, input, make("label", { for: input.id }, ...words));
  });
  const fieldset = make("fieldset", {}, make("legend", {}, heading(title)), ...radios);
  const page = make("form", { novalidate: "" }, fieldset, make("button", {}, "Continue"));
  page.addEventListener("submit", (event) => {
    event.preventDefault();
    const picked = /** @type {HTMLInputElement | null} */ (fieldset.querySelector("input:checked"));
    if (picked !== null) take(picked.value);
    else {
      wrong([["answer-1", missing]]);
      refuse(fieldset, missing);
    }
  });
  show(
    title,
    make("a", { href: `#${back}`, class: "back" }, "Back"),
    ...[caption, why].filter((words) => words !== "").map((words) => make("p", {}, words)),
    page,
  );
}

function showCheck() {
  const open = form.questions.length - Object.keys(state.given.answers).length;
  const more =
    open === 0
      ? ""
      : ` ${open} of ${form.questions.length} are not answered. You may leave them so.`;
  show(
    "Check your answers",
    make(
      "a",
      { href: `#${firstOpen() === "check" ? form.questions.length : firstOpen()}`, class: "back" },
      "Back to the questions",
    ),
    heading("Check your answers"),
    make("p", {}, `Nothing is sent.${more}`),
    answerList(true),
    button("Finish", () => go("give")),
  );
}

function showGive() {
  show(
    "Give your answers back",
    make("a", { href: "#check", class: "back" }, "Back to your answers"),
    heading("Give your answers back"),
    make("p", {}, "Nothing has been sent. Choose one of these ways."),
    make("h2", {}, "As a page"),
    make(
      "p",
      {},
      "The page is a file that people can read. Give it to whoever gave you this form. You can open it here again and go on.",
    ),
    make("p", {}, button("Save the page", savePage)),
    make("p", { role: "status", id: "said" }),
    make("h2", {}, "As one line, over the phone or in a message"),
    make("p", {}, "Read this out, sign by sign: u stands for “not sure”, and - for a blank."),
    slipLine(),
    make("h2", {}, "On paper"),
    make(
      "p",
      {},
      button("Print", () => print()),
    ),
    make("h2", {}, "When you are done"),
    make("p", {}, plainButton("Clear everything for the next person", startAgain)),
    make("div", { class: "paper" }, answerList(false), make("p", {}, form.sheet)),
  );
}

function startAgain() {
  forget();
  [state.isKept, state.isSaved] = [false, true];
  state.given = { id: newId(), group: "", answers: {} };
  go("start");
}

function savePage() {
  const name = `my-answers-${form.code}-${state.given.id}.html`;
  const link = /** @type {HTMLAnchorElement} */ (make("a", { download: name }));
  link.href = URL.createObjectURL(new Blob([savedPage()], { type: "text/html" }));
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  const wasKept = state.isKept;
  if (wasKept) forget();
  [state.isKept, state.isSaved] = [false, true];
  say(
    `Look for ${name} where your browser puts what it saves.${wasKept ? " What was kept in this browser is cleared." : ""}`,
  );
}
