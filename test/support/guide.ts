import type { Guide, GuidePage } from "../../src/guide/schema.ts";

/** A page that holds nothing to find but its id and title. */
export function aPage(overrides: Partial<GuidePage> & { readonly id: string }): GuidePage {
  return {
    title: `Page ${overrides.id}`,
    kind: "tip",
    when: "-",
    say: ["-"],
    try: ["-"],
    from: { report: ["A heading"] },
    ...overrides,
  };
}

export function aGuide(pages: GuidePage[]): Guide {
  return {
    coprod: "guide/1",
    version: "1.0.0",
    language: "en-GB",
    title: "Guide",
    about: "Short pages.",
    sources: { report: { title: "A report", authors: "Somebody", year: 2021 } },
    pages,
  };
}
