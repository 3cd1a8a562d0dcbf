import { Option } from "commander";
import type { VoiceSource } from "../assessment/schema.ts";
import { requireAssessment } from "../files/assessment-file.ts";
import type { ExitCode } from "../platform/errors.ts";
import type { Context } from "../platform/ports.ts";
import { VOICE_SOURCES } from "../util/formats.ts";
import { type Declare, examples } from "./command.ts";

export const declareVotes: Declare = (program, perform) => {
  const votes = program
    .command("votes")
    .description("count the answers of people who were not in the room")
    .addHelpText(
      "after",
      examples("coprod votes add our-charity.yaml", "coprod votes add our-charity.yaml survey.csv"),
    );
  votes
    .command("add [file] [input...]")
    .description(
      "add slips, tallies, saved forms or surveys; without an input, slips are typed one by one",
    )
    .option("--tally", "the input is a tally: a line for each question and group, with counts")
    .option("--group <group>", "the group of everybody whose row names none")
    .addOption(new Option("--from <way>", "how the answers came in").choices(VOICE_SOURCES))
    .option("--name <text>", "tells this survey from another one that numbers its rows alike")
    .option("--preview", "say what would be added, and save nothing")
    .option("--yes", "save without asking, for scripts")
    .option("--plain", "ask one line at a time, for screen readers, old terminals and pipes")
    .addHelpText(
      "after",
      examples(
        "coprod votes add our-charity.yaml slips.txt --preview",
        "coprod votes add our-charity.yaml survey.xlsx --group staff",
        "coprod votes add our-charity.yaml saved/*.html",
      ),
    )
    .action((file: string | undefined, inputs: string[], options: VotesOptions) =>
      perform((context) => runAdd(context, { file, inputs }, options)),
    );
};

interface VotesOptions {
  readonly tally?: boolean;
  readonly group?: string;
  readonly from?: VoiceSource;
  readonly name?: string;
  readonly preview?: boolean;
  readonly yes?: boolean;
  readonly plain?: boolean;
}

async function runAdd(
  context: Context,
  { file, inputs }: { readonly file: string | undefined; readonly inputs: readonly string[] },
  { tally = false, preview = false, yes = false, name = "", ...given }: VotesOptions,
): Promise<ExitCode> {
  const path = await requireAssessment(context, file);
  const { addVotes } = await import("../workshop/session/add-votes.ts");
  const types = context.interactive || given.plain === true;
  const isTyped = inputs.length === 0 && types && !tally;
  return addVotes(context, path, {
    inputs: isTyped ? undefined : inputs.length === 0 ? ["-"] : [...new Set(inputs)],
    tally,
    preview,
    yes,
    name,
    group: given.group,
    from: given.from,
    plain: given.plain,
  });
}
