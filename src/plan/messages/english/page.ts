import { dateText } from "../../../util/dates.ts";
import { counted, listOf, percentWords } from "../../../util/words.ts";

const about = {
  ways: {
    sheets: "On paper",
    form: "In a form",
    survey: "In a survey",
    room: "In another room",
  } as const,
  inRoom: (room: number, peopleCount: string) => (room === 0 ? "" : `${peopleCount} in the room, `),
  fromOutside: (inRoom: string, peopleCount: string) => `${inRoom}${peopleCount} from outside`,
  nobodyRecorded: "We did not record who answered, or who was missing.",
  everyGroup: "Every group on our list took part.",
  missingPeople: (voices: number, missing: readonly string[]) =>
    voices === 0
      ? `Not in the room: ${listOf(missing)}.`
      : `Nobody answered of: ${listOf(missing)}.`,
  staffView: "This is a staff view. Nobody with lived experience took part in these answers.",
  unknownView: "We did not record who answered, so we cannot say whose view this is.",
  someStepsWould: " Some of the steps that our answers suggest would.",
  noneInvolves: (agreed: number, suggested: string) =>
    agreed === 0
      ? `We have not agreed any action yet, so none involves people with lived experience in doing it.${suggested}`
      : `No action we agreed says that people with lived experience take part in doing it.${suggested}`,
  noSupport: "We have not written down what support and payment people were offered.",
  noConflicts: "We have not written down whether anyone had a conflict of interest.",
  when: "When",
  votes: "Votes",
  support: "Support and payment",
  conflicts: "Conflicts of interest",
  tool: "Questions and tool",
  metOn: (inOrder: readonly string[]) => `We met on ${listOf(inOrder)}.`,
  beganOn: (started: string) => `We began on ${dateText(started)}.`,
  noDay: "We have not written down when.",
  cameOn: (day: string, said: string) => `On ${day}: ${said}.`,
  whoCame: "Who came",
  lastOn: (way: string, on: string, groups: readonly string[]) =>
    `${way}, last on ${dateText(on)}: ${listOf(groups)}.`,
  outsideRoom: "Outside the room",
  nobodyCounted: "nobody was counted",
  noVotes: "We recorded no votes.",
  votedOn: (voted: number) =>
    `We recorded votes on ${counted(voted, "question")}, by group and never by name. Where we agreed no level, each group counts the same, however many people it has.`,
  madeWith: (rubrics: readonly string[], tool: string) => `${listOf(rubrics)}, with ${tool}.`,
};

const paper = {
  name: "Co-production action plan",
  purpose: {
    decision: "Decision",
    discussion: "Discussion",
    information: "Information",
  } as const,
  /** Somebody who opens the file months later sees at once whom it was made for. */
  readers: {
    trustees: {
      full: "For trustees, not for publishing: it shows how groups voted and what people said.",
      summary: "A summary for trustees, not for publishing.",
      poster: "A poster for trustees, not for publishing.",
      message: "For trustees, not for publishing.",
    },
    public: {
      full: "For the public: notes, what groups said, and votes of small groups are left out.",
      summary: "A summary for the public.",
      poster: "A poster for the public.",
      message: "For the public: notes, and votes of small groups, are left out.",
    },
  } as const,
  nothingAsked: {
    decision: "We have not written down yet what we ask trustees to decide.",
    discussion: "This paper is for discussion. It asks for no decision.",
    information: "This paper is for information. It asks for no decision.",
  } as const,
  noPurpose: "We have not said yet if this is for decision, discussion or information.",
  noMeeting: "No meeting yet.",
  unnamed: "Nobody’s name was asked for.",
  noIfNothing: "We have not said yet what happens if we do nothing.",
  noAnswerToRisk: "We have not said what we will do about it yet.",
  nobodyWatches: "No one is watching this yet.",
  noRisks: "We have not written down any risks yet.",
  noDate: "No date yet.",
};

const contents = {
  since: "Since last time",
  short: "In short",
  foundations: "What it rests on",
  barriers: "What gets in the way",
  differences: "Where people see it differently",
  unknowns: "What we do not know",
  eachAction: "Each agreed action",
  ideas: "Ideas from our answers, for later",
  timeline: "By when",
  money: "Money and time",
  risks: "Risks",
  couldNot: "What we could not do, and why",
  made: "How we made this plan",
  next: "What happens next",
  later: "What can wait",
  changes: "What changed, question by question",
  appendix: "Every answer",
  method: "How each number was reached",
};

const method = {
  rules: [
    "Each level counts as a share from 0 (the lowest) to 1 (the highest). A part of the plan scores the share of its questions, by weight. A weight is 1 unless the question says otherwise.",
    "Where we do not know, have not asked or do not agree, we count both the lowest and the highest it could be. So a score is a range.",
    "Where the two ends differ, we round the low end down and the high end up. A result we are sure of is one number, the nearest whole percent.",
    "While less than half of a part is answered, it is too early to say anything about it.",
    "A question that does not apply to us is left out.",
    "Actions come in this order: must-haves that are not met, must-haves we cannot say, what we see differently, what we do not know, and what we can improve.",
  ],
  /** What makes the result of each kind of instrument. */
  resultRules: {
    weakest: "The weakest principle decides how ready we are.",
    mean: "The result is the mean of its parts, each counted once.",
    sum: "The points of all answers are added up to one total.",
    none: "Each part has a result of its own, and there is none of the whole.",
  } as const,
  holdsRule: "A must-have that is not met holds the result down, whatever the other answers are.",
  barrierRule:
    "For barriers we look at how strongly each is felt and how much is in place. Where we are unsure we assume the worse.",
  privateRule:
    "What people may not want to say openly is asked for on folded slips, and no show of cards is counted for it.",
  limits: [
    "These questions help people talk. Nobody has tested them as a measuring tool.",
    "The results cannot be compared with those of another charity.",
    "A high result is not proof of co-production. Only the people who take part can say that.",
  ],
  noSum: {
    "does-not-apply": "Too few of its questions apply to us.",
    "not-asked": "None of its questions is answered.",
    "too-early": "Less than half of it is answered, by weight.",
    unscored: "Its answers are words.",
  } as const,
  settledShare: (range: string, known: string) => `${range}. Settled share: ${known}.`,
  felt: (range: string) => `Felt: ${range}.`,
  inPlace: (range: string) => `In place: ${range}.`,
  to: (low: string, high: string) => `${low} to ${high}`,
  shownAs: (range: string, percent: readonly [number, number]) =>
    `${range}, shown as ${percentWords(percent)}`,
};

const shorter = {
  moreInFull: (count: number) => `And ${count} more in the full plan.`,
};

export const pageWords = { about, paper, contents, method, shorter };
