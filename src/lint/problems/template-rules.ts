import type { ParserRule } from "./parser-rule.ts";

const NO_PAGE = "Somebody waits for a page for the trustees, and gets none.";

/** About templates: what stops `coprod plan --template`, found before anybody waits for the page. */
export const TEMPLATE_RULES: readonly ParserRule[] = [
  {
    name: "template/syntax",
    severity: "error",
    about: {
      what: "A template that Handlebars cannot read: a bracket or a block that is never closed.",
      why: NO_PAGE,
      host: "template",
      bad: "<h1>{{title}}</h1>\n«{{#if full}}»\n<p>{{paper.name}}</p>",
      good: "<h1>{{title}}</h1>\n{{#if full}}\n<p>{{paper.name}}</p>\n{{/if}}",
    },
  },
  {
    name: "template/unknown-field",
    severity: "error",
    canFix: true,
    about: {
      what: "A field that a plan does not have at this place, or one that does not fit: a list where one text is meant. Inside `#each` and `#with`, the fields are those of the entry; `../` goes one up.",
      why: NO_PAGE,
      host: "template",
      bad: "{{#each actions.list}}\n<p>{{«titel»}}</p>\n{{/each}}",
      good: "{{#each actions.list}}\n<p>{{title}}</p>\n{{/each}}",
    },
  },
  {
    name: "template/unknown-helper",
    severity: "error",
    about: {
      what: "A helper or a block that coprod does not have. There are `if`, `unless`, `each` and `with`. Decorators, computed parts and parts with a block do not work either.",
      why: NO_PAGE,
      host: "template",
      bad: "<h1>{{«uppercase» title}}</h1>",
      good: "<h1>{{title}}</h1>",
    },
  },
  {
    name: "template/unknown-part",
    severity: "error",
    canFix: true,
    about: {
      what: "A call of a part that is neither in the folder `partials` beside the template nor among coprod's own.",
      why: NO_PAGE,
      host: "template",
      bad: "{{> «hedaer» this}}",
      good: "{{> header this}}",
    },
  },
  {
    name: "template/raw-output",
    severity: "error",
    about: {
      what: "A value printed without escaping, with three braces or with `&`. There is no value that needs it.",
      why: "What somebody wrote in an answer could change the page, or run in the browser of a trustee.",
      host: "template",
      bad: "<h1>«{{{title}}}»</h1>",
      good: "<h1>{{title}}</h1>",
    },
  },
  {
    name: "ref/circular",
    severity: "error",
    about: {
      what: "Parts of a template that call each other in a circle.",
      why: "The page would never end, so none is made.",
      host: "part",
      bad: "<p>{{title}}</p>\n«{{> sample this}}»",
      good: "<p>{{title}}</p>\n{{> fact this}}",
    },
  },
];
