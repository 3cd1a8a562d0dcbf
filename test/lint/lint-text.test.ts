import { describe, expect, it } from "vitest";
import { lintText } from "../../src/lint/lint-text.ts";
import { fixtures, type Kind } from "../support/fixtures.ts";
import { checkReferences } from "../support/references.ts";

const small = (kind: Kind) => fixtures(kind, "ok").find(({ name }) => name === "small")?.text ?? "";

describe("linting one text", () => {
  it.each(["rubric", "assessment", "guide"] as const)("knows a %s by its first field", (kind) => {
    const linted = lintText("a.yaml", small(kind));
    expect(linted).toMatchObject({ kind, diagnostics: [] });
    expect(linted[kind]).toBeDefined();
  });

  it("does not take a file for coprod's that says nothing", () => {
    const { kind, diagnostics } = lintText("compose.yaml", "services:\n  web: 1\n");
    expect(kind).toBeUndefined();
    expect(diagnostics).toMatchObject([{ rule: "shape/kind", facts: { found: undefined } }]);
  });

  it("says of a file that cannot be read only why", () => {
    const { kind, source, diagnostics } = lintText("a.yaml", "coprod: rubric/1\nid: [\n");
    expect({ kind, source }).toEqual({ kind: "unreadable", source: undefined });
    expect(diagnostics).toHaveLength(1);
  });
});

describe("references between files", () => {
  const ASKS = "        asks:";
  const barrier = small("rubric")
    .replace("id: small", "id: barriers")
    .replace("kind: principle", "kind: barrier");
  const rubric = (more: string) =>
    lintText("a.yaml", small("rubric").replace(ASKS, `        ${more}\n${ASKS}`));
  const names = (...texts: ReturnType<typeof lintText>[]) =>
    checkReferences(texts).map(({ facts }) => facts);

  it("are found right where their target is", () => {
    const target = lintText("b.yaml", barrier);
    expect(names(rubric("eases: [barriers/access]"), target)).toEqual([]);
    expect(names(rubric("guide: [silence]"), lintText("g.yaml", small("guide")))).toEqual([]);
  });

  it("are reported where the target's file is there and the target is not", () => {
    const target = lintText("b.yaml", barrier);
    expect(names(rubric("eases: [barriers/acess]"), target)).toMatchObject([
      { what: "barrier", name: "barriers/acess", near: ["barriers/access"] },
    ]);
    const guide = lintText("g.yaml", small("guide").replace("small/open-doors", "small/open-door"));
    expect(names(rubric("guide: [sillence]"), guide)).toMatchObject([
      { what: "guide page", name: "sillence", near: ["silence"] },
      { what: "question", name: "small/open-door", near: ["small/open-doors"] },
    ]);
  });

  it("are left alone where the target's file is not among the files", () => {
    expect(names(rubric("eases: [barriers/access]"))).toEqual([]);
    expect(names(rubric("guide: [silence]"))).toEqual([]);
    expect(names(lintText("g.yaml", small("guide")))).toEqual([]);
  });
});
