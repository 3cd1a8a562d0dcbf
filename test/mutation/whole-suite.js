import { it } from "vitest";

// All tests of what is mutated as one file, so that its modules are loaded once for each mutant and not once for each
// file of tests: about four times as fast.
// Without the property tests and those of hundreds of rooms: they would catch most mutants too, but take a hundred times as
// long for each.
const files = import.meta.glob([
  "../{scoring,plan}/**/*.test.ts",
  "!../{scoring,plan}/**/*-properties.test.ts",
  "!../plan/{any-kind,says-what-is-so,simulated-rooms}.test.ts",
  "!../scoring/attack.test.ts",
]);

// The golden plans first: they catch most mutants of the plan, and the first test that fails is enough.
const names = Object.keys(files).sort((a, b) => isGolden(b) - isGolden(a));

for (const name of names) await files[name]().catch(failAs(name));

function isGolden(name) {
  return Number(name.endsWith("/golden.test.ts"));
}

/** A mutant that breaks a file of tests while it loads must fail one test, and leave the other files theirs. */
function failAs(name) {
  return (error) =>
    it(`loads ${name}`, () => {
      throw error;
    });
}
