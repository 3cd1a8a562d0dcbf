import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";

// The engine is made for browsers, and looks for these.
const { window } = new JSDOM("");
for (const name of Object.getOwnPropertyNames(window)) {
  if (name in globalThis || /^(?:undefined|NaN|Infinity)$/u.test(name)) continue;
  try {
    globalThis[name] = window[name];
  } catch {
    // What a browser alone can have.
  }
}
globalThis.__dirname = process.cwd();
const { createInstance } = await import("@getodk/xforms-engine");

const open = async () => {
  const { root } = await createInstance(readFileSync("form.xml", "utf8"), {
    form: { fetchFormAttachment: async () => new Response("") },
  });
  return root;
};
const selects = (node) => [
  ...(node.nodeType === "select" ? [node] : []),
  ...(node.currentState.children ?? []).flatMap(selects),
];
const first = (node) => node.currentState.valueOptions[0].value;

const root = await open();
const all = selects(root);
const labels = all.every(
  ({ currentState }) =>
    (currentState.label?.asString ?? "").length > 10 && currentState.valueOptions.length > 1,
);
for (const node of all) node.selectValue(first(node));
const payload = await root.prepareInstancePayload();
const xml = await payload.data[0].get("xml_submission_file").text();
const saved = new window.DOMParser().parseFromString(xml, "text/xml").documentElement;
const leaves = (element, path) =>
  element.children.length === 0
    ? [[path.join("-"), element.textContent]]
    : [...element.children].flatMap((child) => leaves(child, [...path, child.localName]));
const cells = leaves(saved, []);
const heads = ["SubmissionDate", ...cells.map(([name]) => name), "KEY"];
const row = ["2026-11-21T10:00:00Z", ...cells.map(([, value]) => value), "uuid:1"];

const other = selects(await open())[1];
other.selectValue(first(other));
let dropped = false;
try {
  other.selectValue("not_listed");
  dropped = other.currentState.value.length === 0;
} catch {
  // Newer engines may say so.
}
process.stdout.write(
  JSON.stringify({
    questions: all.length - 1,
    labels,
    dropped,
    file: "central.csv",
    answers: [heads, row].map((each) => each.join(",")).join("\n"),
  }),
);
process.exit();
