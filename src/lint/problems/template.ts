import type { DiagnosticFacts, Words } from "../../yaml/diagnostic.ts";
import { onlyOne, type ParserProblems, suggestion } from "./problem.ts";

declare module "../../yaml/diagnostic.ts" {
  interface DiagnosticFacts {
    "template/syntax": {
      readonly says: string;
      readonly near: readonly string[];
      readonly known: readonly string[];
    };
    "template/unknown-field": DiagnosticFacts["template/syntax"];
    "template/unknown-helper": DiagnosticFacts["template/syntax"];
    "template/unknown-part": DiagnosticFacts["template/syntax"];
    "template/raw-output": DiagnosticFacts["template/syntax"];
    "ref/circular": DiagnosticFacts["template/syntax"];
  }
}

/** What is wrong, as a sentence: most of it is what Handlebars calls things. */
type TemplateFacts = DiagnosticFacts["template/syntax"];

const NO_PAGE = "Somebody waits for a page for the trustees, and gets none.";

const worded =
  (fix: string) =>
  ({ says, near, known }: TemplateFacts): Words => ({
    says,
    why: "Whoever makes a plan with this template gets no page.",
    fix: suggestion(near, known) ?? fix,
  });

// A block is renamed at its end as well, so only a person can do that.
/** About templates: what stops `coprod plan --template`, found before anybody waits for the page. */
export const TEMPLATE_PROBLEMS = {
  "template/syntax": {
    severity: "error",
    about: {
      what: "A template that Handlebars cannot read: a bracket or a block that is never closed.",
      why: NO_PAGE,
      host: "template",
      bad: "<h1>{{title}}</h1>\n«{{#if full}}»\n<p>{{paper.name}}</p>",
      good: "<h1>{{title}}</h1>\n{{#if full}}\n<p>{{paper.name}}</p>\n{{/if}}",
    },
    alwaysTold: true,
    words: worded("Look at the brackets here: each {{ needs its }}, each {{#if}} its {{/if}}."),
  },
  "template/unknown-field": {
    severity: "error",
    about: {
      what: "A field that a plan does not have at this place, or one that does not fit: a list where one text is meant. Inside `#each` and `#with`, the fields are those of the entry; `../` goes one up.",
      why: NO_PAGE,
      host: "template",
      bad: "{{#each actions.agreed}}\n<p>{{«titel»}}</p>\n{{/each}}",
      good: "{{#each actions.agreed}}\n<p>{{title}}</p>\n{{/each}}",
    },
    meant: ({ near }) => onlyOne(near),
    alwaysTold: true,
    words: worded("Type  coprod template fields  to see every field."),
  },
  "template/unknown-helper": {
    severity: "error",
    about: {
      what: "A helper or a block that coprod does not have. There are `if`, `unless`, `each` and `with`. Decorators, computed parts and parts with a block do not work either.",
      why: NO_PAGE,
      host: "template",
      bad: "<h1>{{«uppercase» title}}</h1>",
      good: "<h1>{{title}}</h1>",
    },
    alwaysTold: true,
    words: worded("Use {{field}}, {{#if}}, {{#unless}}, {{#each}}, {{#with}} or {{> part this}}."),
  },
  "template/unknown-part": {
    severity: "error",
    about: {
      what: "A call of a part that is neither in the folder `partials` beside the template nor among coprod's own.",
      why: NO_PAGE,
      host: "template",
      bad: "{{> «hedaer» this}}",
      good: "{{> header this}}",
    },
    meant: ({ near }) => onlyOne(near),
    alwaysTold: true,
    words: worded("Put it into the folder  partials  beside the template, or take the call out."),
  },
  "template/raw-output": {
    severity: "error",
    about: {
      what: "A value printed without escaping, with three braces or with `&`. There is no value that needs it.",
      why: "What somebody wrote in an answer could change the page, or run in the browser of a trustee.",
      host: "template",
      bad: "<h1>«{{{title}}}»</h1>",
      good: "<h1>{{title}}</h1>",
    },
    alwaysTold: true,
    words: worded("Write it with two braces: {{field}}."),
  },
  "ref/circular": {
    severity: "error",
    about: {
      what: "Parts of a template that call each other in a circle.",
      why: "The page would never end, so none is made.",
      host: "part",
      bad: "<p>{{title}}</p>\n«{{> sample this}}»",
      good: "<p>{{title}}</p>\n{{> fact this}}",
    },
    alwaysTold: true,
    words: worded("Take one of these calls out."),
  },
} as const satisfies Partial<ParserProblems>;
