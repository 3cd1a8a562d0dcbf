import type { CriterionFile, RubricFile } from "../rubric/schema.ts";
import { sameValue } from "../util/values.ts";
import type { Diagnostic } from "../yaml/diagnostic.ts";
import { Collector } from "../yaml/diagnostic-collector.ts";
import type { Path, SourceFile } from "../yaml/source-file.ts";

/** Former names that are still in use: an answer filed under one could belong to either question. */
export function checkFormerNames(file: RubricFile, source: SourceFile): readonly Diagnostic[] {
  const collector = new Collector(source);
  const placed = placedCriteria(file);
  const living = new Set(placed.map(({ criterion }) => criterion.id));
  for (const { criterion, path } of placed) {
    for (const [index, id] of (criterion.formerly ?? []).entries()) {
      if (!living.has(id)) continue;
      const facts = { id, problem: "still-there", version: file.version } as const;
      collector.error("id/renamed", facts, [...path, "formerly", index]);
    }
  }
  return collector.diagnostics;
}

/** What a rubric lost or changed in meaning since an earlier version of it, without saying so. */
export function checkAgainst(
  earlier: RubricFile,
  file: RubricFile,
  source: SourceFile,
): readonly Diagnostic[] {
  const collector = new Collector(source);
  checkVanished(earlier, file, collector);
  const order = compareVersions(earlier, file);
  const facts = { what: file.version, version: earlier.version, isLower: true } as const;
  if (order > 0) collector.error("version/changed-meaning", facts, ["version"]);
  if (order === 0) checkMeaning(earlier, file, collector);
  return collector.diagnostics;
}

/** A rubric under a new id: answers are filed under the old one. */
export function idChanged(
  earlier: RubricFile,
  { id }: RubricFile,
  source: SourceFile,
): readonly Diagnostic[] {
  if (earlier.id === id) return [];
  const collector = new Collector(source);
  const { id: before, version } = earlier;
  collector.error("id/renamed", { id: before, problem: "rubric-renamed", version }, ["id"]);
  return collector.diagnostics;
}

interface Placed {
  readonly criterion: CriterionFile;
  readonly path: Path;
  readonly section: string;
}

function placedCriteria({ sections }: RubricFile): Placed[] {
  return sections.flatMap(({ id, criteria }, at) =>
    criteria.map((criterion, index) => ({
      criterion,
      path: ["sections", at, "criteria", index],
      section: id,
    })),
  );
}

// A new first number says aloud that old answers no longer fit, so questions may go.
function checkVanished(earlier: RubricFile, file: RubricFile, collector: Collector): void {
  if (majorOf(file) > majorOf(earlier)) return;
  const placed = placedCriteria(file);
  const before = placedCriteria(earlier);
  const known = new Set(
    placed.flatMap(({ criterion }) => [criterion.id, ...(criterion.formerly ?? [])]),
  );
  const former = new Set(before.map(({ criterion }) => criterion.id));
  for (const { criterion, section } of before) {
    if (known.has(criterion.id)) continue;
    const fresh = placed.find((each) => each.section === section && !former.has(each.criterion.id));
    const at = file.sections.findIndex(({ id }) => id === section);
    const path = fresh?.path ?? (at >= 0 ? ["sections", at] : []);
    const facts = { id: criterion.id, problem: "gone", version: earlier.version } as const;
    collector.error("id/renamed", facts, [...path, "id"]);
  }
}

function majorOf({ version }: RubricFile): number {
  return Number(version.split(".")[0]);
}

/** Below 0 where the second is the higher one. */
function compareVersions(earlier: RubricFile, file: RubricFile): number {
  const [before, now] = [earlier, file].map(({ version }) => version.split(".").map(Number));
  const steps = (before ?? []).map((part, at) => part - (now?.[at] ?? 0));
  return steps.find((step) => step !== 0) ?? 0;
}

function checkMeaning(earlier: RubricFile, file: RubricFile, collector: Collector): void {
  const { version } = earlier;
  for (const [name, levels] of Object.entries(earlier.scales)) {
    const now = file.scales[name];
    if (now === undefined || sameValue(levels, now)) continue;
    collector.keyError("version/changed-meaning", { what: "scale", version }, ["scales", name]);
  }
  checkResults(earlier, file, collector);
  checkSections(earlier, file, collector);
  const before = placedCriteria(earlier).map(({ criterion }) => criterion);
  for (const { criterion, path } of placedCriteria(file)) {
    const old = before.find(({ id }) => id === criterion.id || criterion.formerly?.includes(id));
    if (old !== undefined) compare(old, criterion, { collector, path, version });
  }
}

/** What turns answers into a name for the result: the same number would be called something else. */
function checkResults(earlier: RubricFile, file: RubricFile, collector: Collector): void {
  const { version } = earlier;
  const starts = ({ bands = [] }: RubricFile) =>
    bands.map(({ id, name, from, points }) => [id, name, String(from ?? points)]);
  if (!sameValue(starts(earlier), starts(file))) {
    const what = file.bands === undefined ? ["id"] : ["bands"];
    collector.keyError("version/changed-meaning", { what: "bands", version }, what);
  }
  const way = ({ headline = "weakest" }: RubricFile) => headline;
  if (way(earlier) !== way(file) || !sameValue(earlier.parts, file.parts)) {
    const what = "way in which the result is made";
    collector.keyError("version/changed-meaning", { what, version }, ["id"]);
  }
  if (earlier.cap === file.cap) return;
  const at = file.cap === undefined ? ["id"] : ["cap"];
  collector.keyError("version/changed-meaning", { what: "cap", version }, at);
}

function checkSections(earlier: RubricFile, file: RubricFile, collector: Collector): void {
  const { version } = earlier;
  for (const [at, section] of file.sections.entries()) {
    const before = earlier.sections.find(({ id }) => id === section.id);
    if (before === undefined) continue;
    for (const field of ["kind", "scale"] as const) {
      if (before[field] === section[field]) continue;
      const what = `${field} of this section`;
      collector.error("version/changed-meaning", { what, version }, ["sections", at, field]);
    }
    if (counts(before, earlier) === counts(section, file)) continue;
    const facts = { what: "way in which this section counts", version };
    collector.error("version/changed-meaning", facts, ["sections", at, fieldOf(section)]);
  }
}

function fieldOf({ scoring }: Scored): "id" | "scoring" {
  return scoring === undefined ? "id" : "scoring";
}

type Scored = Pick<RubricFile, "scoring">;

function counts(section: Scored, file: Scored): boolean {
  return (section.scoring ?? file.scoring) !== "none";
}

const MEANING = {
  asks: "question",
  says: "statement",
  "asks-for": "wording for a group",
  levels: "wording of the levels",
  weight: "weight",
  must: "must-have",
  scale: "scale",
  measures: "kind of question",
  kind: "kind of answer",
  choices: "list of choices",
  when: "answer on which it depends whether this is asked",
  "allow-not-applicable": "choice of saying that this does not apply",
} as const;

/** What holds where nothing is said: to write it down changes nothing. */
const UNSAID: Readonly<Partial<Record<keyof typeof MEANING, unknown>>> = {
  weight: 1,
  kind: "level",
  measures: "practice",
  "allow-not-applicable": false,
};

function compare(
  old: CriterionFile,
  now: CriterionFile,
  {
    collector,
    path,
    version,
  }: { readonly collector: Collector; readonly path: Path; readonly version: string },
): void {
  for (const [field, what] of Object.entries(MEANING) as [keyof typeof MEANING, string][]) {
    const meant = (criterion: CriterionFile) => criterion[field] ?? UNSAID[field];
    if (sameValue(meant(old), meant(now))) continue;
    const spot = now[field] === undefined ? [...path, "id"] : [...path, field];
    collector.error("version/changed-meaning", { what, version }, spot);
  }
}
