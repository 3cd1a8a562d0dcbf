import type { AssessmentEdit } from "../../assessment/edit.ts";
import { type Block, paragraph } from "../../terminal/blocks.ts";
import { echo, fold, readYesNo } from "../../terminal/typed-line.ts";
import { messages } from "../messages/messages.ts";
import {
  levelRange,
  questionInShort,
  questionWith,
  votesHelp,
} from "../messages/question-words.ts";
import { howToVote, notVotes, revealBlocks, typedVotes } from "../messages/reveal-words.ts";
import { itemIndex } from "../progress.ts";
import { criterionOf, respond, responseTo } from "../responses.ts";
import { soFar } from "../so-far.ts";
import type { At, AtOf, Heard, Interview, Outcome, Screen, Vote } from "../state.ts";
import {
  areSecret,
  dropUnrevealed,
  groupOf,
  keepUnrevealed,
  nextGroup,
  nobodyWord,
  opensVotes,
  roundOf,
  voteOf,
  votesByGroup,
  withMore,
} from "../votes.ts";

const wording = messages.votes;

type Voting = AtOf<"votes">;

/** The votes of one round, a form: all groups in one line, or group by group, in any order; only counts are kept. */
export const votesScreen: Screen<Voting> = {
  show(state, here, how) {
    if (isBegun(here.vote)) return [];
    return how === "full" ? votesInFull(state, here) : votesInShort(state, here);
  },
  prompt(state, { vote }) {
    const { name = "", size = 0 } = groupOf(state, vote) ?? {};
    return wording.prompt(name, typedWords(vote, size));
  },
  hear(state, here, heard) {
    const typed = fold(heard.line);
    const { vote } = here;
    if (typed === "") return enter(state, here);
    if (isBack(typed) && !isOpening(state, here)) return groupBefore(here);
    if (typed === "x" && isBegun(vote)) return startAgain(state, here);
    if (["none", nobodyWord(criterionOf(state, vote.key))].includes(typed))
      return settled(state, here, partialOf(vote));
    const parts = votesByGroup(state, vote, typed);
    if (parts !== undefined) return fill(state, here, parts);
    return otherwise(state, here, heard);
  },
  help(state, { vote }) {
    const criterion = criterionOf(state, vote.key);
    const begun = isBegun(vote);
    const first = begun ? [] : votesHelp(criterion);
    const then = begun ? [paragraph(wording.help(nobodyWord(criterion)))] : [];
    return [...first, ...howToVote(state, criterion, { isBegun: begun }), ...then];
  },
  reminder: (state, { vote }) => questionInShort(criterionOf(state, vote.key)),
  page: votesInFull,
  isForm: true,
  typing: "secret",
};

/** Before the first vote a line that is none may be meant for the question; a slip among votes is not. */
function otherwise(state: Interview, here: Voting, heard: Heard): Outcome {
  return isBegun(here.vote) || /^[\du/ ]+$/u.test(fold(heard.line))
    ? wrongCharacter(state, here, heard)
    : { at: here.returnTo, passesOn: true };
}

/** More votes than people: either a slip, or somebody came in late. */
export const moreVotesScreen: Screen<AtOf<"more-votes">> = {
  show(state, { vote }) {
    const { size = 0 } = groupOf(state, vote) ?? {};
    const count = partialOf(vote).length;
    const words = wording.tooMany(count, size);
    const isLast = vote.group + 1 >= vote.typed.length;
    return [paragraph(isLast ? words : `${words} ${wording.severalInALine}`)];
  },
  prompt: () => messages.common.yesOrNo,
  hear(state, here, { line }) {
    const yes = readYesNo(line);
    const form: Voting = { ...here, kind: "votes" };
    if (yes === true) {
      const more = withMore(state, here.vote);
      const { quiet: _, ...closed } = settled(state, form, partialOf(here.vote));
      const people = { kind: "people" as const, people: more.inFile, here: more.here };
      return { ...closed, here: more.here, edits: [people, ...(closed.edits ?? [])] };
    }
    if (yes === false || isBack(fold(line)))
      return { at: { ...form, vote: withPartial(form, "") } };
    return {
      at: here,
      show: "prompt",
      say: [paragraph(messages.common.neitherYesNorNo(echo(line)))],
    };
  },
  help: () => [paragraph(wording.tooManyHelp)],
};

/** Votes of a question: from the first group on, or from where they were typed to before. */
export function startVoting(state: Interview, key: string, returnTo: At): Outcome {
  const at: Voting = { kind: "votes", vote: voteOf(state, key), returnTo };
  const known = at.vote.typed.some((typed) => typed !== undefined);
  if (known && nextGroup(at.vote.typed) === at.vote.typed.length) return reveal(state, at);
  if (!known) return { at, show: "short" };
  return { at, say: votesInShort(state, at) };
}

function isBack(typed: string): boolean {
  return ["b", "back"].includes(typed);
}

function isBegun({ typed, partial, group }: Vote): boolean {
  return group > 0 || [...typed, ...partial].some((each) => each !== undefined && each !== "");
}

/** Whether the form stands at a question only because votes are asked for by themselves. */
function isOpening(state: Interview, { vote, returnTo }: Voting): boolean {
  return (
    returnTo.kind === "question" &&
    state.withoutVotes !== returnTo.item &&
    !isBegun(vote) &&
    opensVotes(state, criterionOf(state, vote.key))
  );
}

function votesInFull(state: Interview, here: Voting): readonly Block[] {
  const item = state.items[itemIndex(here) ?? -1];
  return item?.kind === "question"
    ? questionWith(state, item, [
        ...typedVotes(state, here.vote),
        ...howToVote(state, item.criterion, { isBegun: isBegun(here.vote) }),
      ])
    : votesInShort(state, here);
}

function votesInShort(state: Interview, { vote }: Voting): readonly Block[] {
  const criterion = criterionOf(state, vote.key);
  return [
    ...soFar(state, criterion),
    ...questionInShort(criterion),
    ...typedVotes(state, vote),
    ...howToVote(state, criterion, { isBegun: isBegun(vote) }),
  ];
}

function typedWords(vote: Vote, size: number): string {
  const typed = vote.typed[vote.group];
  const partial = partialOf(vote);
  if (typed !== undefined) return wording.typedEnterKeeps(size, typed.length);
  return partial === "" ? wording.here(size) : wording.typed(size, partial.length);
}

function partialOf({ partial, group }: Vote): string {
  return partial[group] ?? "";
}

function withPartial({ vote }: Voting, characters: string): Vote {
  return { ...vote, partial: vote.partial.with(vote.group, characters) };
}

/** Enter keeps what is typed for the group, says that the rest did not vote, or goes on without votes. */
function enter(state: Interview, here: Voting): Outcome {
  const { vote } = here;
  const typed = vote.typed[vote.group];
  if (typed !== undefined) return settled(state, here, typed);
  if (partialOf(vote) !== "") return settled(state, here, partialOf(vote));
  if (!isBegun(vote)) return leave(here, wording.sharedAnswer);
  return {
    at: here,
    show: "prompt",
    say: [paragraph(wording.nothingTyped(nobodyWord(criterionOf(state, vote.key))))],
  };
}

/** One group back, with the votes of the others kept; before the first one, out of the form. */
function groupBefore(here: Voting): Outcome {
  const { vote } = here;
  if (vote.group > 0) return { at: { ...here, vote: { ...vote, group: vote.group - 1 } } };
  return leave(here, isBegun(vote) ? wording.kept : wording.none);
}

function leave({ returnTo }: Voting, words: string): Outcome {
  return { at: returnTo, show: "short", say: [paragraph(words)], withoutVotes: true };
}

function startAgain(state: Interview, { vote, returnTo }: Voting): Outcome {
  const typed = vote.typed.map(() => undefined);
  const again = { ...vote, typed, partial: vote.partial.map(() => ""), group: 0 };
  const edits = dropUnrevealed(state, vote.key);
  const say = [paragraph(wording.takenOut)];
  return { at: { kind: "votes", vote: again, returnTo }, show: "prompt", edits, quiet: true, say };
}

function wrongCharacter(state: Interview, here: Voting, { line }: Heard): Outcome {
  const criterion = criterionOf(state, here.vote.key);
  const range = levelRange(criterion);
  // What is hidden while it is typed is not said aloud either.
  const typed = state.masked && areSecret(state, criterion) ? wording.that : echo(line);
  const words = notVotes(state, here.vote, { typed, range, groups: line.split("/").length });
  return { at: here, show: "prompt", say: [paragraph(words)] };
}

/** Puts a line of votes into the form, from the group that is asked for on. */
function fill(state: Interview, here: Voting, [first = "", ...rest]: readonly string[]): Outcome {
  const { vote } = here;
  const characters = joined(state, vote, first);
  const filled = [characters, ...rest].reduce<Vote>(
    (form, each, index) => putIn(state, form, { at: vote.group + index, characters: each }),
    { ...vote, typed: vote.typed.with(vote.group, undefined) },
  );
  return next(state, here, filled);
}

/** What was missing is put behind what is there; the votes of the whole group, typed again, replace it. */
function joined(state: Interview, vote: Vote, characters: string): string {
  const { size = 0 } = groupOf(state, vote) ?? {};
  const partial = partialOf(vote);
  return partial.length + characters.length <= size ? `${partial}${characters}` : characters;
}

interface GroupVotes {
  readonly at: number;
  readonly characters: string;
}

/** The votes of a group, settled where there is one for each person, or none was typed in a line for several groups. */
function putIn(state: Interview, vote: Vote, { at, characters }: GroupVotes): Vote {
  const { size = 0 } = groupOf(state, { ...vote, group: at }) ?? {};
  return characters.length === size || (characters === "" && at > vote.group)
    ? { ...vote, typed: vote.typed.with(at, characters), partial: vote.partial.with(at, "") }
    : { ...vote, partial: vote.partial.with(at, characters) };
}

/** This group is done with these votes. */
function settled(state: Interview, here: Voting, characters: string): Outcome {
  const { vote } = here;
  const typed = vote.typed.with(vote.group, characters);
  return next(state, here, { ...vote, typed, partial: vote.partial.with(vote.group, "") });
}

/** On to the next group without its votes; when the last vote is in, the votes are shown. */
function next(state: Interview, here: Voting, filled: Vote): Outcome {
  const group = nextGroup(filled.typed);
  const form: Voting = { ...here, vote: { ...filled, group } };
  if (group === filled.typed.length) return reveal(state, form);
  const kept = filled.typed.some((typed) => typed !== undefined);
  const edits = kept ? [keepUnrevealed(state, form.vote)] : [];
  const { size = 0, name = "" } = groupOf(state, form.vote) ?? {};
  const partial = partialOf(form.vote);
  if (partial.length > size) return { at: { ...form, kind: "more-votes" }, edits, quiet: true };
  const say = partial === "" ? [] : [paragraph(wording.missing(name, partial.length, size))];
  return { at: form, show: say.length > 0 ? "prompt" : "full", say, edits, quiet: true };
}

function reveal(state: Interview, { vote, returnTo }: Voting): Outcome {
  const criterion = criterionOf(state, vote.key);
  const before = responseTo(state, criterion)?.votes ?? [];
  const round = roundOf(state, vote);
  if (Object.keys(round).length === 0) return nobodyVoted(state, vote, returnTo);
  const edits: AssessmentEdit[] = [
    respond(state, criterion, {
      votes: [...before, round],
      unrevealed: undefined,
      voted: state.instant,
    }),
  ];
  return {
    at: returnTo,
    show: "short",
    isPage: true,
    ...(returnTo.kind === "question" ? { inLog: true } : {}),
    say: [
      // A line of a checklist does not come back by itself, as a question does.
      ...(returnTo.kind === "question" ? [] : questionInShort(criterion)),
      ...revealBlocks(state, criterion, { round, before: before.at(-1) }),
    ],
    edits,
    saved: wording.counted,
  };
}

function nobodyVoted(state: Interview, vote: Vote, returnTo: At): Outcome {
  const say = [paragraph(wording.nobody)];
  const edits = dropUnrevealed(state, vote.key);
  return { at: returnTo, show: "short", say, edits, quiet: true, withoutVotes: true };
}
