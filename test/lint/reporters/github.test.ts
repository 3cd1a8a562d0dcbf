import { describe, expect, it } from "vitest";
import { github, githubLog } from "../../../src/lint/reporters/github.ts";
import {
  aProblem,
  aReport,
  HOSTILE_FILE,
  HOSTILE_TEXT,
  hostileReport,
  settings,
} from "../../support/lint-reports.ts";

interface RunnerCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** What GitHub's runner makes of a log, after its own parser: a command starts a line, or stands anywhere as `##[…]`. */
function obey(log: string): RunnerCommand[] {
  return log.split(/\r\n|\r|\n/u).flatMap((line) => {
    const text = line.trimStart();
    if (!text.startsWith("::")) {
      const old = /##\[([a-z-]+)[^\]]*\](.*)/u.exec(line);
      return old === null ? [] : [{ name: old[1] ?? "", properties: {}, message: old[2] ?? "" }];
    }
    const end = text.indexOf("::", 2);
    if (end < 0) return [];
    const [name = "", ...rest] = text.slice(2, end).split(" ");
    const pairs = rest
      .join(" ")
      .split(",")
      .filter((pair) => pair !== "");
    const properties = pairs.map((pair) => {
      const at = pair.indexOf("=");
      return [pair.slice(0, at), decoded(pair.slice(at + 1), ["%0D", "%0A", "%3A", "%2C", "%25"])];
    });
    const message = decoded(text.slice(end + 2), ["%0D", "%0A", "%25"]);
    return [{ name, properties: Object.fromEntries(properties), message }];
  });
}

function decoded(text: string, codes: readonly string[]): string {
  return codes.reduce((result, code) => result.replaceAll(code, decodeURIComponent(code)), text);
}

describe("the test's own parser", () => {
  it("reads a command as GitHub documents it", () => {
    expect(
      obey("noise\n::warning file=a%2Cb.js,line=1,title=T::It is 5%25%0Amore\n##[error]old"),
    ).toEqual([
      {
        name: "warning",
        properties: { file: "a,b.js", line: "1", title: "T" },
        message: "It is 5%\nmore",
      },
      { name: "error", properties: {}, message: "old" },
    ]);
  });
});

describe("github", () => {
  it("gives file, place, rule and words of each problem", () => {
    expect(obey(github(aReport([aProblem()]), settings()))).toEqual([
      {
        name: "error",
        properties: {
          file: "rubrics/ours.yaml",
          line: "3",
          endLine: "3",
          col: "5",
          endColumn: "9",
          title: "shape/missing",
        },
        message: '"asks" is missing. Add it.',
      },
    ]);
  });

  it("brings hostile file names and messages back as they were, and obeys nothing in them", () => {
    const commands = obey(github(hostileReport(), settings({ verbose: true })));
    expect(commands.map(({ name }) => name)).toEqual(["error", "warning", "warning", "notice"]);
    for (const { properties, message } of commands) {
      expect(properties["file"]).toBe(HOSTILE_FILE);
      expect(message).toContain("100%0A %25 , : :: ::error::hello");
      expect(message).toContain("]]> and ]]> again");
    }
  });

  it.each(["%", "%25", "%0A", ",", ":", "\r", "\n", "\r\n", "::", "=", " x ", "\u{1f6a3}"])(
    "brings back a file name with %j",
    (part) => {
      const file = `a${part}b.yaml`;
      const [command] = obey(github(aReport([aProblem({ file })]), settings()));
      expect(command?.properties).toMatchObject({ file, line: "3", title: "shape/missing" });
    },
  );

  it.each(["%", "%25", "%0A", ",", ":", "::", "=", "  "])(
    "brings back a message with %j",
    (part) => {
      const says = `a${part}b`;
      const [command] = obey(github(aReport([aProblem({ says, fix: "Mend it." })]), settings()));
      expect(command?.message).toBe(`${says} Mend it.`);
    },
  );

  it("keeps a message with line breaks on one line", () => {
    const [command, ...others] = obey(
      github(aReport([aProblem({ says: "a\r\nb\n::error::c\rd" })]), settings()),
    );
    expect(command?.message).toBe("a b ::error::c d Add it.");
    expect(others).toEqual([]);
  });

  it("leaves out the columns of a region over several lines, as GitHub cannot show them", () => {
    const place = { line: 3, column: 5, endLine: 6, endColumn: 2 };
    const [command] = obey(github(aReport([aProblem({ place })]), settings()));
    expect(Object.keys(command?.properties ?? {})).toEqual(["file", "line", "endLine", "title"]);
  });

  it("puts the worst first, since GitHub shows ten of each level", () => {
    const problems = (["info", "warning", "error", "warning", "error"] as const).map(
      (severity, index) => aProblem({ severity, file: `${index}.yaml` }),
    );
    const commands = obey(github(aReport(problems), settings({ verbose: true })));
    expect(commands.map(({ name, properties }) => `${name} ${properties["file"]}`)).toEqual([
      "error 2.yaml",
      "error 4.yaml",
      "warning 1.yaml",
      "warning 3.yaml",
      "notice 0.yaml",
    ]);
  });

  it("names files from the top of the repository", () => {
    const fromRoot = (file: string) => `charity/${file}`;
    const [command] = obey(github(aReport([aProblem()]), settings({ fromRoot })));
    expect(command?.properties["file"]).toBe("charity/rubrics/ours.yaml");
  });
});

describe("the log in GitHub Actions", () => {
  it("folds the problems of each file, and then gives the annotations", () => {
    const names = obey(
      githubLog(aReport([aProblem(), aProblem({ file: "b.yaml" })]), settings()),
    ).map(({ name }) => name);
    expect(names).toEqual(["group", "endgroup", "group", "endgroup", "error", "error"]);
  });

  it("has no group for a clean file, and still says what was checked", () => {
    const report = aReport([], { files: [{ file: "a.yaml", kind: "rubric" }] });
    expect(githubLog(report, settings())).toBe("Checked 1 file: no problems.\n");
  });

  it("obeys nothing in anybody's words or file names", () => {
    const commands = obey(githubLog(hostileReport(), settings({ verbose: true })));
    expect(commands.map(({ name }) => name)).toEqual([
      "group",
      "endgroup",
      "error",
      "warning",
      "warning",
      "notice",
    ]);
    expect(commands[0]?.message).toBe(`${HOSTILE_FILE} (4 problems)`);
    expect(HOSTILE_TEXT).toContain("##[error]");
  });
});
