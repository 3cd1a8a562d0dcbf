import { type Field, planFields } from "./fields.ts";

/** `docs/templates.md`: how to write a template, and every field it can name, read from the plan's schema. */
export function templatePage(): string {
  const whole = planFields();
  const groups = [...whole.fields].filter(([, field]) => inside(field).fields.size > 0);
  const plain = [...whole.fields].filter(([, field]) => inside(field).fields.size === 0);
  return `${[
    INTRODUCTION,
    "## The page as a whole",
    plain.map(([name, field]) => entry(name, field, "")).join("\n"),
    ...groups.map(([name, field]) => [`## ${name}`, groupText(name, field)].join("\n\n")),
  ].join("\n\n")}\n`;
}

const INTRODUCTION = `# Templates: the fields of a plan

<!-- Made from the plan's schema with "npm run docs:templates". Change the schema, not this page. -->

A plan is made by templates, which you can copy and change:

\`\`\`sh
coprod template list                          # what there is
coprod template fields                        # this page
coprod template copy html my-templates        # a copy to change
coprod plan our-charity.yaml --template my-templates
coprod template diff my-templates             # later: where yours differs from a newer coprod's
\`\`\`

## Make it yours in five minutes

1. **A logo and a colour** need no template. Put the picture beside the assessment, and name both under \`plan:\`. The page, the PDF
   and the Word file show them. A colour that is too pale to read is made darker, and coprod says so.

   \`\`\`yaml
   plan:
     logo: logo.png        # PNG or JPEG, at most 300 kB
     colour: "#7a1f5c"     # in quotes
   \`\`\`

2. **Other words or another order:** \`coprod template copy html\`, then change \`plan.html.hbs\` or one of its parts, and delete those
   that you leave as they are.
3. **A page of your own** can be as short as this, in a file such as \`ours.html.hbs\`:

   \`\`\`handlebars
   <main>
   <h1>{{title}}</h1>
   <h2>What we will do</h2>
   <ol>
   {{#each actions.agreed}}
   <li>{{title}} {{lead.text}}, {{finish.text}}.</li>
   {{/each}}
   </ol>
   </main>
   \`\`\`

## How a template is written

A template is written in [Handlebars](https://handlebarsjs.com). It can use these and nothing else:

- \`{{title}}\` prints a field. Signs that mean something in HTML or Markdown are made harmless.
- \`{{paper.charity}}\` prints a field of a group.
- \`{{#each actions.agreed}} … {{/each}}\` repeats what is inside for each entry. Inside, \`{{title}}\` is a field of the entry,
  \`{{this}}\` the entry itself, \`{{../title}}\` a field further out. \`{{@index}}\`, \`{{@first}}\` and \`{{@last}}\` say where we are.
- \`{{#if late}} … {{else}} … {{/if}}\` shows what is inside if the field is there. \`{{#unless full}} … {{/unless}}\` is the opposite.
- \`{{#with money}} … {{/with}}\` looks inside a group, if it is there.
- \`{{> action this}}\` puts in the part \`partials/action.html.hbs\` (or \`.md.hbs\`). Parts you do not have come from coprod, and so does the page around them.
- \`{{!-- … --}}\` is a comment. It is not printed.

What a template cannot do: print a field without making it safe (\`{{{title}}}\`), run a script, bring its own style, show a picture from
elsewhere, or take a part from another folder. coprod writes the frame of the page (its head, its safety policy and its style
sheet) and the frame of an email itself. A template that takes too long, or prints too much, is stopped. Then nothing is written.

Every field is there in every plan. Where something is missing, a text says so in plain words, or the field is empty. Everything is
already in words: dates, money and numbers too.`;

function groupText(name: string, field: Field): string {
  const lines = [...inside(field).fields].map(([each, inner]) => entry(each, inner, ""));
  const about = field.about === undefined ? "" : ` ${sentence(field.about)}`;
  const use = field.kind === "list" ? `{{#each ${name}}}` : `{{${name}.…}}`;
  const kind = field.kind === "list" ? "A list of groups" : "A group";
  const missing = field.mayBeMissing ? " It can be missing." : "";
  return [`${kind}: \`${use}\`.${about}${missing}`, lines.join("\n")].join("\n\n");
}

function entry(name: string, field: Field, indent: string): string {
  const about = field.about === undefined ? "" : ` ${sentence(field.about)}`;
  const line = `${indent}- \`${name}\` (${kindText(field)})${about}`;
  const below = [...inside(field).fields].map(([each, inner]) => entry(each, inner, `${indent}  `));
  return [line, ...below].join("\n");
}

function kindText(field: Field): string {
  const missing = field.mayBeMissing ? ", can be missing" : "";
  if (field.entry === undefined) return `${field.kind}${missing}`;
  const of = field.entry.kind === "group" ? "groups" : `${field.entry.kind}s`;
  return `list of ${of}${missing}`;
}

/** The group itself, or what each entry of a list is. */
function inside(field: Field): Field {
  return field.entry === undefined ? field : inside(field.entry);
}

function sentence(text: string): string {
  return /[.!?]$/u.test(text) ? text : `${text}.`;
}
