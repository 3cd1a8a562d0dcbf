// Run inside a page. Texts, because the tests' own types know nothing of a browser's document.

/** The spacing of WCAG 1.4.12; a style element would be refused by the page's policy. */
export const WIDER_SPACING = adopt(
  "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }" +
    " p { margin-block-end: 2em !important }",
);

export const DOUBLE_LETTERS = adopt("html { font-size: 200% !important }");

export const NO_EXTRA_STYLE = "document.adoptedStyleSheets = []";

function adopt(css: string): string {
  return `(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(${JSON.stringify(css)});
    document.adoptedStyleSheets = [sheet];
  })()`;
}

/** What stands outside the window, is cut off, or lies over its neighbour. */
export const OUT_OF_PLACE = `(() => {
  const found = [];
  const say = (problem, element) => found.push(problem + ": " + element.tagName + " " + element.textContent.trim().slice(0, 40));
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > wide) found.push("the page scrolls sideways to " + document.documentElement.scrollWidth);
  for (const element of document.querySelectorAll("body *:not(svg *):not(.skip)")) {
    // Heads of cards are for listeners only, and take no place.
    const heads = element.closest("thead");
    if (heads !== null && getComputedStyle(heads).position === "absolute") continue;
    const box = element.getBoundingClientRect();
    if (box.right > wide + 0.5 || box.left < -0.5) say("outside the window", element);
    if (element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1) say("wider than its box", element);
  }
  for (const row of document.querySelectorAll("tr, .pair, .facts > li, .sides")) {
    const boxes = [...row.children].map((each) => [each, each.getBoundingClientRect()]);
    // Words in a line of text share their boxes; only blocks can lie over each other.
    if (boxes.some(([each]) => getComputedStyle(each).display === "inline")) continue;
    for (const [one, a] of boxes) for (const [two, b] of boxes) {
      const apart = a.right <= b.left + 1 || b.right <= a.left + 1 || a.bottom <= b.top + 1 || b.bottom <= a.top + 1;
      if (one !== two && !apart) say("lies over its neighbour", one);
    }
  }
  return found;
})()`;

/** In pixels, of everything that shows letters. */
export const SMALLEST_TEXT = `Math.min(...[...document.querySelectorAll("body *")]
  .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
  .map((element) => Number.parseFloat(getComputedStyle(element).fontSize)))`;

/** What a plan's page must never hold, and what its structure lacks. */
export const UNSOUND = `(() => {
  const found = [];
  const none = (selector, why) => {
    for (const element of document.querySelectorAll(selector)) found.push(why + ": " + element.outerHTML.slice(0, 80));
  };
  none("script, iframe, object, embed, base, form, input, link, img, template", "can do something");
  none("details, dialog, [hidden], [popover]", "hides something");
  none("[style], body [title]", "has a style or a tip of its own");
  none("html:not([lang])", "has no language");
  for (const each of document.querySelectorAll("*")) for (const { name, value } of each.attributes) {
    if (/^on|^(?:src|srcset|srcdoc|action|formaction|ping|background|poster|data|xlink:href)$/.test(name))
      found.push("can do something: " + each.outerHTML.slice(0, 80));
    if (name === "href" && !/^(?:#|https?:|mailto:|tel:)/.test(value)) found.push("leads elsewhere: " + value);
  }
  none("meta[http-equiv]:not([http-equiv='Content-Security-Policy'])", "is a command to the browser");
  for (const each of document.querySelectorAll("td, th, li, p, h1, h2, h3, h4"))
    if (each.textContent.trim() === "" && !each.querySelector("svg, .blank")) found.push("is empty: " + each.outerHTML);
  for (const each of document.querySelectorAll("table")) {
    if (!each.caption) found.push("a table without a caption");
    for (const head of each.querySelectorAll("th")) if (!head.scope) found.push("a head without a scope");
    for (const row of each.tBodies[0].rows) if (!row.querySelector("th[scope=row]")) found.push("a row without a head");
  }
  const levels = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((each) => Number(each.tagName[1]));
  if (levels.filter((level) => level === 1).length !== 1) found.push("not one first heading");
  levels.forEach((level, at) => { if (at > 0 && level > levels[at - 1] + 1) found.push("a heading level is left out"); });
  for (const part of ["main", "body > header", "body > footer"])
    if (document.querySelectorAll(part).length !== 1) found.push("not one " + part);
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  if (new Set(ids).size !== ids.length) found.push("an id twice");
  return found;
})()`;

/** Where the keyboard stands: the link's words, and what a reader would see of it. */
export const FOCUS = `(() => {
  const element = document.activeElement;
  if (element === null || element === document.body) return null;
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  return {
    words: element.textContent,
    tag: element.tagName,
    inView: box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth && box.width > 0,
    outlined: style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2,
  };
})()`;

export const LINKS = `[...document.querySelectorAll("a[href]")].map((each) => each.textContent)`;

/** Texts of people's own in a script that runs the other way, whose direction the page does not leave to them. */
export const MISDIRECTED = `(() => {
  const found = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode())
    if (/[\\u0590-\\u05ff]/.test(node.data) && !node.parentElement.closest("[dir=auto], bdi")) found.push(node.data.trim());
  return found;
})()`;

/** How many pieces of text are in that script. */
export const OTHER_SCRIPT = `[...document.body.innerText.matchAll(/[\\u0590-\\u05ff]+/g)].length`;

/** Fills of the drawing under the system's own colours, and the colour of the paper. */
export const BAR_FILLS = `(() => {
  const canvas = document.createElement("div");
  canvas.className = "probe";
  document.body.append(canvas);
  const paper = getComputedStyle(document.body).backgroundColor;
  const fill = (name) => getComputedStyle(document.querySelector(name)).fill;
  const stroke = (name) => getComputedStyle(document.querySelector(name)).stroke;
  return { paper, fills: [".bar-sure", ".bar-open", ".bar-tick"].map(fill), was: stroke(".was-edge") };
})()`;

export const COLORS = `(() => {
  const { backgroundColor, color } = getComputedStyle(document.body);
  return [backgroundColor, color];
})()`;
