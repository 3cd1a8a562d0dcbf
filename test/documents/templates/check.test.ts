import Handlebars from "handlebars";
import { describe, expect, it } from "vitest";
import { TEMPLATE_NAMES } from "../../../src/documents/formats/template-kinds.ts";
import { checkTemplates } from "../../../src/documents/templates/check.ts";
import { type Field, planFields } from "../../../src/documents/templates/fields.ts";
import {
  type CheckedSet,
  partialTexts,
  templateText,
} from "../../../src/documents/templates/templates.ts";
import { templatesFromDisk } from "../../support/specimen.ts";

const templates = templatesFromDisk();

const fields = planFields();

/** The package's own templates of a format, as a person's would be checked. */
function ownSet(format: string): CheckedSet {
  const parts = [...partialTexts(templates, format)];
  const name = `plan.${format}.hbs`;
  return {
    format,
    main: { name, text: templateText(templates, name) },
    partials: new Map(parts.map(([part, text]) => [part, { name: `partials/${part}`, text }])),
  };
}

function check(main: string, partials: Readonly<Record<string, string>> = {}): string[] {
  const parts = Object.entries(partials).map(([name, text]) => [name, { name, text }] as const);
  const set = {
    format: "html",
    main: { name: "mine", text: main },
    partials: new Map(parts),
  } as const;
  return checkTemplates(set, fields);
}

describe.each(TEMPLATE_NAMES)("the templates for %s", (format) => {
  const set = ownSet(format);

  it("name only fields that a plan has", () => {
    expect(checkTemplates(set, fields)).toEqual([]);
  });

  it("use every part there is", () => {
    const texts = [set.main, ...set.partials.values()].map(({ text }) => text);
    const called = texts.flatMap((text) =>
      [...text.matchAll(/\{\{> ?([\w-]+)/gu)].map(([, name]) => name),
    );
    expect(new Set(called)).toEqual(new Set(set.partials.keys()));
  });
});

describe("a template of somebody's own", () => {
  it.each([
    ["a field", "{{paper.nmae}}", 'mine:1:9 There is no field "nmae" here. Did you mean "name"?'],
    [
      "a field in a list",
      "{{#each actions.agreed}}\n{{titel}}{{/each}}",
      'mine:2:3 There is no field "titel" here. Did you mean "title"?',
    ],
    ["a field further out", "{{#each actions.agreed}}{{../paper.nmae}}{{/each}}", '"nmae"'],
    ["a condition", "{{#if ful}}x{{/if}}", 'There is no field "ful" here. Did you mean "full"?'],
    [
      "a block",
      "{{#eech actions.agreed}}x{{/eech}}",
      'There is no {{#eech}}. Did you mean "each"?',
    ],
    ["a helper", "{{shout title}}", 'There is no helper "shout".'],
    ["a part", "{{> actoin this}}", 'There is no part "actoin". Did you mean "action"?'],
    ["a part outside the folder", "{{> ../../secret this}}", "only from the template's own folder"],
    ["a part that calls itself", "{{> loop this}}", "would never end"],
    ["a part about nothing", "{{> action}}", "Say what the part is about"],
    ["a whole group", "{{paper}}", "as it is. Print a field of it, such as {{paper.charity}}."],
    ["a whole list", "{{notices}}", "as it is. Go through it with {{#each notices}}."],
    ["a field of a group", "{{charity}}", 'Did you mean "paper.charity"?'],
    ["a group as a list", "{{#each actions}}x{{/each}}", "such as {{#each actions."],
    [
      "a part of a list",
      "{{notices.[0]}}",
      '"0" is no part of a list. Go through it with {{#each}}.',
    ],
    ["a text as a list", "{{#each title}}x{{/each}}", "{{#each}} needs a list"],
    ["a place too far up", "{{../title}}", "goes too far up"],
    ["an unknown position", "{{#each actions.agreed}}{{@root}}{{/each}}", "There is no"],
    [
      "a name for an entry",
      "{{#each actions.agreed as |a|}}{{a.title}}{{a.line}}{{/each}}",
      "write {{title}} where you wrote {{a.title}}",
    ],
  ])("is told where it asks for what is not there: %s", (_, text, expected) => {
    const problems = check(text, { action: "<p>Hello</p>", loop: "{{> loop this}}" });
    expect(problems.join("\n")).toContain(expected);
    expect(problems).toHaveLength(1);
  });

  it("is told of everything at once", () => {
    expect(check("{{a}}{{b}}{{c}}")).toHaveLength(3);
  });
});

it("knows every field of a plan, and what kind it is", () => {
  expect(fields.fields.get("paper")?.fields.get("covers")).toMatchObject({
    kind: "text",
    mayBeMissing: true,
  });
  expect(fields.fields.get("actions")?.fields.get("agreed")?.entry?.fields.get("title")?.kind).toBe(
    "text",
  );
});

it("has no field with the name of a helper, which would be called instead", () => {
  const names = new Set<string>();
  const collect = (field: Field): void => {
    for (const [name, each] of field.fields) {
      names.add(name);
      collect(each);
    }
    if (field.entry !== undefined) collect(field.entry);
  };
  collect(fields);
  const helpers = [...Object.keys(Handlebars.helpers), "md", "plain"];
  expect(helpers.filter((name) => names.has(name))).toEqual([]);
  expect(names.size).toBeGreaterThan(50);
});
