import { basename, dirname, join, parse, resolve } from "node:path";
import { Option } from "commander";
import type { AssessmentWriter } from "../files/assessment-file.ts";
import type { LoadedAssessment } from "../files/load-assessment.ts";
import { EXIT, type ExitCode } from "../platform/errors.ts";
import type { Context } from "../platform/ports.ts";
import type { Share } from "../together/schema.ts";
import { SHARE_REGIONS, SHARE_SIZES } from "../util/formats.ts";
import { type Declare, examples, showingWarnings, wrongUse } from "./command.ts";

export const declareShare: Declare = (program, perform) => {
  program
    .command("share [file]")
    .description("write what a network may know of an assessment: levels, no words, no names")
    .option("-o, --output <file>", "where to write it")
    .addOption(new Option("--size <income>", "the charity's income of a year").choices(SHARE_SIZES))
    .addOption(new Option("--region <region>", "where the charity works").choices(SHARE_REGIONS))
    .option("-y, --yes", "write it without asking; it is shown all the same")
    .option("--plain", "ask one line at a time, for screen readers, old terminals and pipes")
    .addHelpText(
      "after",
      examples(
        "coprod share our-charity.yaml",
        "coprod share our-charity.yaml --size 100k-to-1m --region wales -o for-the-network.json --yes",
      ),
    )
    .action((file: string | undefined, options: ShareOptions) =>
      perform((context) => runShare(context, file, options)),
    );
};

interface ShareOptions {
  readonly output?: string;
  readonly size?: NonNullable<Share["size"]>;
  readonly region?: NonNullable<Share["region"]>;
  readonly yes?: boolean;
  readonly plain?: boolean;
}

async function runShare(
  context: Context,
  file: string | undefined,
  options: ShareOptions,
): Promise<ExitCode> {
  if (file === "-")
    throw wrongUse(
      "Standard input can't be shared: the charity's id is kept in the file.",
      "Give the path of the assessment.",
    );
  const { requireAssessment, withAssessment } = await import("../files/assessment-file.ts");
  const path = await requireAssessment(context, file);
  const output = outputPath(context, path, options.output);
  return withAssessment(context, path, (writer) => shareFrom({ context, output, options }, writer));
}

interface Sharing {
  readonly context: Context;
  readonly output: string;
  readonly options: ShareOptions;
}

/** The id is kept only when the file is written: whoever says no leaves everything as it was. */
async function shareFrom(sharing: Sharing, writer: AssessmentWriter): Promise<ExitCode> {
  const { context, output, options } = sharing;
  const { readAssessment } = await import("../files/load-assessment.ts");
  const { ID_LENGTH, shareIdFrom, shareOf, shareText } = await import("../together/share.ts");
  const text = await writer.read();
  const loaded = await showingWarnings(context, await readAssessment(context, writer.path, text));
  const id = loaded.file.id ?? shareIdFrom(context.random(ID_LENGTH));
  const { size = null, region = null } = options;
  const share = shareOf(loaded.assessment, { id, size, region });
  const agreed = await show(sharing, share, loaded);
  if (agreed !== "yes") return agreed;
  if (loaded.file.id === undefined) await keepId(context, writer, { text, id });
  const { writeOwn } = await import("../files/write-document.ts");
  await writeOwn(context, { path: output, text: shareText(share) }, OURS);
  const { displayPath } = await import("../files/display-path.ts");
  context.stdout.write(
    `Saved in ${displayPath(context, output)}\nNothing was sent. Pass the file on as you like, or delete it.\n`,
  );
  return EXIT.done;
}

const OURS = { what: "a file that coprod share made", mark: /^\{\s*"coprod": "share\/1"/u };

function outputPath(context: Context, path: string, given: string | undefined): string {
  if (given !== undefined) return resolve(context.cwd, given);
  return join(dirname(path), `${parse(basename(path)).name}-share.json`);
}

async function keepId(
  context: Context,
  writer: AssessmentWriter,
  { text, id }: { readonly text: string; readonly id: string },
): Promise<void> {
  const { editText } = await import("../assessment/edit.ts");
  const { savedText } = await import("../files/assessment-file.ts");
  const { EditableYaml } = await import("../yaml/edit/editable-yaml.ts");
  const edited = editText(EditableYaml.read(text), [{ kind: "identify", id }]);
  context.stderr.write(savedText(context, await writer.save(edited.text)));
}

/** The whole content in words, and the question; `yes` where it may be written. */
async function show(
  { context, options: { yes = false, plain } }: Sharing,
  share: Share,
  { assessment }: LoadedAssessment,
): Promise<"yes" | ExitCode> {
  const { pageWidth, toText } = await import("../terminal/to-text.ts");
  const { shareOutline } = await import("../together/text/share-outline.ts");
  context.stdout.write(`${toText(shareOutline(share, assessment), pageWidth(context))}\n`);
  if (yes) return "yes";
  if (!context.interactive && plain !== true)
    throw wrongUse(
      "Nobody can be asked here whether to write it.",
      "Read it through. To write it, add --yes.",
    );
  return agree(context, plain);
}

async function agree(context: Context, plain: boolean | undefined): Promise<"yes" | ExitCode> {
  const { isPlain } = await import("../files/plain-mode.ts");
  const { paragraph } = await import("../terminal/blocks.ts");
  const { Conversation, endingOf } = await import("../terminal/conversation.ts");
  const { ANYWHERE } = await import("../terminal/typed-line.ts");
  const talk = await Conversation.open(context, {
    // The words above stay in sight: no page is turned over them.
    plain: plain ?? (context.interactive || (await isPlain(context, plain))),
    hint: "Type q to stop.",
    nothingDone: "Nothing has been written.",
  });
  try {
    talk.say([paragraph("Write this file?")], { apart: true });
    const chosen = await talk.choose({
      prompt: "y or n: ",
      words: { yes: ["y", "yes"], no: ["n", "no", ...ANYWHERE.quit] },
      otherwise: "Type y to write it, or n to leave everything as it is.",
    });
    if (chosen === "yes") return "yes";
    talk.say([paragraph("Nothing has been written.")]);
    return typeof chosen === "string" ? EXIT.done : endingOf(chosen).exitCode;
  } finally {
    talk.close();
  }
}
