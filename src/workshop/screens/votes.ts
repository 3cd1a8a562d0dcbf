import { choices, heading, paragraph } from "../../terminal/blocks.ts";
import { echo, fold, readNumber, readYesNo } from "../../terminal/typed-line.ts";
import { inSentence } from "../../util/words.ts";
import { countPeople, groupsHere, peopleHere } from "../groups.ts";
import { levelRange, questionInShort } from "../messages/question-words.ts";
import { revealBlocks } from "../messages/reveal-words.ts";
import { criterionOf, respond, responseTo } from "../responses.ts";
import type { At, AtOf, Heard, Interview, Outcome, Screen, VotingMethod } from "../state.ts";
import {
  charactersOf,
  dropUnrevealed,
  groupOf,
  introduction,
  keepUnrevealed,
  roundOf,
  typedBefore,
  withMore,
} from "../votes.ts";

const METHODS: readonly { readonly votingMethod: VotingMethod; readonly name: string }[] = [
  { votingMethod: "cards", name: "Cards or fingers, all at the same time (everyone sees)" },
  { votingMethod: "slips", name: "Paper slips, folded (nobody sees who wrote what)" },
  { votingMethod: "talk", name: "No votes. We will just talk" },
];

/** How people show what they think before they talk. */
export const votingMethodScreen: Screen<AtOf<"voting-method">> = {
  show: () => [
    heading(1, "How will people show what they think?"),
    choices(METHODS.map(({ name }, index) => ({ mark: String(index + 1), name }))),
    paragraph("You can type votes in at any question with v."),
  ],
  prompt: () => "1, 2 or 3: ",
  hear(state, here, { line }) {
    const chosen = METHODS[(readNumber(line) ?? 0) - 1];
    if (chosen !== undefined) return { at: here.returnTo, votingMethod: chosen.votingMethod };
    if (["b", "back"].includes(fold(line))) {
      return { at: countPeople(state, here) };
    }
    const wrong =
      fold(line) === "" ? "Nothing is chosen yet." : `${echo(line)} is not one of the choices.`;
    return { at: here, show: "prompt", say: [paragraph(`${wrong} Type 1, 2 or 3.`)] };
  },
  help: () => [
    paragraph("Type 1 for cards or fingers, 2 for paper slips, or 3 to talk without votes."),
  ],
};

type Voting = AtOf<"votes">;

/** Votes typed group by group, in any order; only counts are kept. */
export const votesScreen: Screen<Voting> = {
  show(state, { vote }) {
    if (vote.typed.length > 0 || vote.partial !== "") return [];
    return introduction(criterionOf(state, vote.key), state);
  },
  prompt(state, { vote }) {
    const group = groupOf(state, vote);
    const more = vote.partial === "" ? "" : `, ${vote.partial.length} typed`;
    return `${group?.name} (${group?.size} here${more}): `;
  },
  hear(state, here, heard) {
    const typed = fold(heard.line);
    if (typed === "b" || typed === "back") return leave(state, here);
    if (typed === "x") return startAgain(state, here);
    if (["0", "none"].includes(typed)) return closeGroup(state, here, here.vote.partial);
    const characters = charactersOf(criterionOf(state, here.vote.key), typed);
    if (characters === undefined) return wrongCharacter(state, here, heard);
    if (characters === "" && here.vote.partial !== "")
      return closeGroup(state, here, here.vote.partial);
    return take(state, here, `${here.vote.partial}${characters}`);
  },
  help: (state, { vote }) => [
    ...introduction(criterionOf(state, vote.key), state),
    paragraph("Type x to start again, or b to leave the votes."),
  ],
  typing: "secret",
};

/** More votes than people: either a slip, or somebody came in late. */
export const moreVotesScreen: Screen<AtOf<"more-votes">> = {
  show(state, { vote }) {
    const size = groupOf(state, vote)?.size ?? 0;
    const count = vote.partial.length;
    return [
      paragraph(
        `You typed ${count} votes. You said ${size} ${size === 1 ? "person is" : "people are"} here. If ${count} are here now, type y and we will change the number. Type n to type the votes again.`,
      ),
    ];
  },
  prompt: () => "y or n: ",
  hear(state, here, { line }) {
    const yes = readYesNo(line);
    const back: Voting = { kind: "votes", vote: here.vote, returnTo: here.returnTo };
    if (yes === true) {
      const more = withMore(state, here.vote);
      const { quiet: _, ...closed } = closeGroup(state, back, here.vote.partial);
      const people = { kind: "people" as const, people: more.inFile };
      return { ...closed, here: more.here, edits: [people, ...(closed.edits ?? [])] };
    }
    if (yes === false || fold(line) === "b")
      return { at: { ...back, vote: { ...here.vote, partial: "" } } };
    return {
      at: here,
      show: "prompt",
      say: [paragraph(`${echo(line)} is neither y nor n. Type y or n.`)],
    };
  },
  help: () => [
    paragraph("Type y if more people are here than we counted, or n to type the votes again."),
  ],
};

/** All votes are typed; nothing is shown or kept until the room asks for it. */
export const revealScreen: Screen<AtOf<"reveal">> = {
  show: () => [paragraph("All votes are in. Type r to reveal, or x to start again.")],
  prompt: () => "r or x: ",
  hear(state, here, { line }) {
    const typed = fold(line);
    if (["r", "reveal"].includes(typed)) return reveal(state, here);
    if (typed === "x") return startAgain(state, here);
    if (typed === "b" || typed === "back") return leave(state, here);
    const wrong =
      typed === "" ? "Nothing is typed yet." : `${echo(line)} is not one of the choices.`;
    return {
      at: here,
      show: "prompt",
      say: [paragraph(`${wrong} Type r to reveal, or x to start again.`)],
    };
  },
  help: () => [
    paragraph(
      "Type r to show the votes to the room, x to type them again, or b to leave without them.",
    ),
  ],
};

/** Votes of a question: from the first group on, or from where they were typed to before. */
export function startVoting(state: Interview, key: string, returnTo: At): Outcome {
  const criterion = criterionOf(state, key);
  const typed = typedBefore(state, criterion);
  const vote = { key, typed, partial: "" };
  if (typed.length === 0) return { at: { kind: "votes", vote, returnTo } };
  const groups = groupsHere(peopleHere(state));
  if (typed.length === groups.length) return { at: { kind: "reveal", vote, returnTo } };
  const names = groups.slice(0, typed.length).map(({ name }) => inSentence(name));
  const say = [
    ...introduction(criterion, state),
    paragraph(
      `Typed already, for ${names.join(" and for ")}. We go on from there. x starts again.`,
    ),
  ];
  return { at: { kind: "votes", vote, returnTo }, say };
}

type WithVote = Voting | AtOf<"reveal">;

function leave(state: Interview, { vote, returnTo }: WithVote): Outcome {
  const edits = dropUnrevealed(state, vote.key);
  return {
    at: returnTo,
    show: "short",
    say: [paragraph("No votes were saved.")],
    edits,
    quiet: true,
  };
}

function startAgain(state: Interview, { vote, returnTo }: WithVote): Outcome {
  const again = { ...vote, typed: [], partial: "" };
  const edits = dropUnrevealed(state, vote.key);
  return { at: { kind: "votes", vote: again, returnTo }, edits, quiet: true };
}

function wrongCharacter(state: Interview, here: Voting, { line }: Heard): Outcome {
  const range = levelRange(criterionOf(state, here.vote.key));
  // What is hidden while it is typed is not said aloud either.
  const typed = state.masked ? "That" : echo(line);
  const words = `${typed} is not a set of votes. Type characters from ${range} or u, such as 12u. Type x to start again.`;
  return { at: here, show: "prompt", say: [paragraph(words)] };
}

function take(state: Interview, here: Voting, partial: string): Outcome {
  const size = groupOf(state, here.vote)?.size ?? 0;
  if (partial.length === size) return closeGroup(state, here, partial);
  const vote = { ...here.vote, partial };
  if (partial.length > size) return { at: { kind: "more-votes", vote, returnTo: here.returnTo } };
  if (partial === "") {
    const words =
      "No votes typed. Type the votes of this group, or x to start again. If nobody of this group votes, type 0.";
    return { at: here, show: "prompt", say: [paragraph(words)] };
  }
  const missing = size - partial.length;
  const words = `${partial.length} of ${size}. Type the missing ${missing === 1 ? "vote" : "votes"}, or press Enter if ${missing === 1 ? "one person" : `${missing} people`} did not vote.`;
  return { at: { ...here, vote }, show: "prompt", say: [paragraph(words)] };
}

function closeGroup(state: Interview, here: Voting, characters: string): Outcome {
  const typed = [...here.vote.typed, characters];
  const vote = { ...here.vote, typed, partial: "" };
  const edits = [keepUnrevealed(state, vote)];
  if (typed.length < groupsHere(peopleHere(state)).length)
    return { at: { ...here, vote }, edits, quiet: true };
  if (typed.every((each) => each === "")) {
    const say = [paragraph("Nobody voted, so nothing was saved.")];
    return { ...leave(state, here), say };
  }
  return { at: { kind: "reveal", vote, returnTo: here.returnTo }, edits, quiet: true };
}

function reveal(state: Interview, { vote, returnTo }: AtOf<"reveal">): Outcome {
  const criterion = criterionOf(state, vote.key);
  const before = responseTo(state, criterion)?.votes ?? [];
  const round = roundOf(state, vote, criterion);
  return {
    at: returnTo,
    show: "short",
    isPage: true,
    say: [
      // A line of a checklist does not come back by itself, as a question does.
      ...(returnTo.kind === "question" ? [] : questionInShort(criterion)),
      ...revealBlocks(state, criterion, { round, before: before.at(-1) }),
    ],
    edits: [respond(state, criterion, { votes: [...before, round], unrevealed: undefined })],
    saved: "The votes are kept as counts.",
  };
}
