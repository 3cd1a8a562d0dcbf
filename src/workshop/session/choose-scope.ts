import { withPicked } from "../../assessment/felt-most.ts";
import { type Criterion, isVotedOn, type Rubric } from "../../rubric/rubric.ts";
import { sessionMinutes } from "../../rubric/session-time.ts";
import { choices, paragraph } from "../../terminal/blocks.ts";
import { BACK, type Conversation, orBack, type Stopped } from "../../terminal/conversation.ts";
import { echo, fold, readNumber } from "../../terminal/typed-line.ts";
import { askedAtFirst, isOfChecklist, itemsOf, type Selection, usualMinutes } from "../items.ts";
import { messages } from "../messages/messages.ts";
import { lengthWords } from "../screens/welcome.ts";

/** By the number that is typed. */
const SELECTIONS: Readonly<Record<number, Selection | "some">> = {
  1: { quick: false },
  2: { quick: true },
  3: "some",
};

/** Asks how much the people want to do today: everything, a quick look, or some of the parts. */
export async function chooseScope(
  talk: Conversation,
  rubrics: readonly Rubric[],
  { isFirst }: { readonly isFirst: boolean },
): Promise<Selection | Stopped | typeof BACK> {
  talk.say([
    choices([
      { mark: "1", name: `Everything. ${howLong(rubrics, { quick: false })}` },
      { mark: "2", name: `A quick look. ${howLong(rubrics, { quick: true })}` },
      { mark: "3", name: "Only some of the parts" },
    ]),
  ]);
  const chosen = await talk.ask({
    blocks: [paragraph("How much will we do today? Press Enter for everything.")],
    prompt: "1, 2 or 3: ",
    help: [
      paragraph(
        "Type 1 for everything, 2 for a quick look, 3 for some of the parts, b to go back, or q to stop.",
      ),
    ],
    read: orBack(
      (typed) => {
        const value = SELECTIONS[readNumber(typed || "1") ?? 0];
        return value === undefined
          ? { problem: `${echo(typed)} is not one of the choices. Type 1, 2 or 3.` }
          : { value };
      },
      { isFirst },
    ),
  });
  if ("exitCode" in chosen) return chosen;
  if (chosen.value === BACK) return BACK;
  const selection = await detailsOf(chosen.value, talk, rubrics);
  return selection === BACK ? chooseScope(talk, rubrics, { isFirst }) : selection;
}

async function detailsOf(
  chosen: Selection | "some",
  talk: Conversation,
  rubrics: readonly Rubric[],
): Promise<Selection | Stopped | typeof BACK> {
  if (chosen === "some") return someParts(talk, rubrics);
  return chosen.quick ? pickQuestion(talk, rubrics, { isFirst: false }) : chosen;
}

/** The last question of a quick look is one that the people choose, where there is more than one to choose from. */
export async function pickQuestion(
  talk: Conversation,
  rubrics: readonly Rubric[],
  at: { readonly isFirst: boolean },
): Promise<Selection | Stopped | typeof BACK> {
  const offered = canBePicked(rubrics);
  if (offered.length < 2) return { quick: true };
  const { which, prompt, help, wrong } = messages.common.quickLook.pick;
  talk.say([choices(offered.map(({ asks }, at) => ({ mark: String(at + 1), name: asks })))]);
  const chosen = await talk.ask({
    blocks: [paragraph(which)],
    prompt: prompt(offered.length),
    help: [paragraph(help(offered.length))],
    read: orBack((typed) => {
      const picked = offered[(readNumber(typed || "1") ?? 0) - 1];
      return picked === undefined
        ? { problem: wrong(echo(typed), offered.length) }
        : { value: { quick: true, picked: picked.key } };
    }, at),
  });
  return "exitCode" in chosen ? chosen : chosen.value;
}

/** How long it takes in words, from what the rubrics say of themselves. */
export function howLong(rubrics: readonly Rubric[], selection: Selection): string {
  const [first, ...others] = selection.quick ? canBePicked(rubrics) : [];
  const picked = others.length > 0 ? first?.key : undefined;
  const items = itemsOf(withPicked(rubrics, picked), selection);
  return lengthWords({ items }, sessionMinutes(usualMinutes(rubrics, askedAtFirst(items))));
}

async function someParts(
  talk: Conversation,
  rubrics: readonly Rubric[],
): Promise<Selection | Stopped | typeof BACK> {
  const sections = rubrics.flatMap((rubric) => rubric.sections);
  const rows = sections.map(({ title }, index) => ({ mark: String(index + 1), name: title }));
  talk.say([choices(rows)]);
  const chosen = await talk.ask({
    blocks: [
      paragraph(
        "Which parts? Type their numbers, for example 1 3. The others stay for another day.",
      ),
    ],
    prompt: "Parts: ",
    help: [
      paragraph(
        "Type the numbers of the parts for today, for example 1 3, b to go back, or q to stop.",
      ),
    ],
    read: orBack((typed) => {
      const keys = fold(typed)
        .split(/[\s,]+/u)
        .map((each) => sections[Number(each) - 1]?.key);
      const known = keys.filter((key) => key !== undefined);
      return known.length === keys.length
        ? { value: [...new Set(known)] }
        : {
            problem: `${echo(typed)} does not fit. Type numbers from 1 to ${sections.length}, for example 1 3.`,
          };
    }),
  });
  if ("exitCode" in chosen) return chosen;
  return chosen.value === BACK ? BACK : { quick: false, sections: chosen.value };
}

/** The questions of which people can choose one for their quick look. */
export function canBePicked(rubrics: readonly Rubric[]): readonly Criterion[] {
  const alone = itemsOf(rubrics, { quick: false }).flatMap((item) =>
    item.kind === "question" && !isOfChecklist(item) ? [item.criterion] : [],
  );
  return alone.filter((each) => !each.core && isVotedOn(each) && each.when.length === 0);
}
