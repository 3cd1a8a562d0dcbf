import { counted } from "../../../util/words.ts";

/** What is asked of whoever writes the trustees' paper, and how each answer will read on it. */
export const paper = {
  title: "For the trustees' paper",
  offer: (count: number) =>
    `${counted(count, "short question")} help the paper, such as when the trustees meet. They are for whoever writes it, not for the room. Type y to answer them now, or press Enter to finish.`,
  /** Where the rest can be done later. */
  later: (command: string) => `To answer them another time: ${command}`,
  overview: (missing: number) =>
    missing === 0
      ? "Everything is there. Type a number to change one, or press Enter to finish."
      : "Press Enter for those that are missing, or type a number to change one.",
  overviewPrompt: "Enter or a number: ",
  offerPrompt: "y or Enter: ",
  notSaid: "not said yet",
  leaveOut: "Press Enter to leave it out.",
  soFar: (known: string, isList: boolean) =>
    `So far: ${known.replace(/\.$/u, "")}. ${isList ? "What you type is added to it. " : ""}Press Enter to keep it, or type x to take it out.`,
  onPaper: (sentence: string) => `On the paper: ${sentence}`,
  takenOut: "Taken out.",
  dayGone: "That day has gone by already. Type b to change it.",
  helpOffer: "Type y to answer the questions, or press Enter to finish without them.",
  helpFact: "Type your answer, or press Enter to leave it out. Type b for the one before.",
  helpOverview:
    "Press Enter for the questions that are not answered, type the number of one to change it, or q to stop.",
  wrongOffer: (typed: string) =>
    `${typed} is not one of the choices. Type y, or press Enter to finish.`,
  wrongOverview: (typed: string) =>
    `${typed} is not one of the choices. Type a number from the list, or press Enter.`,
  wrongDay: (typed: string, isDay: boolean) =>
    `${isDay ? `There is no such day as ${typed}.` : `We need a day here, and ${typed} is not one.`} Try 12 December 2026 or 12/12/26. Press Enter to leave it out.`,
  wrongPurpose: (typed: string) =>
    `${typed} is not one of the choices. Type 1 for a decision, 2 for discussion or 3 for information.`,
  facts: {
    charity: {
      name: "Charity",
      asks: "What is your charity called?",
      prompt: "Charity: ",
      printed: (value: string) => `Co-production action plan. ${value}.`,
    },
    for: {
      name: "For",
      asks: "What is the paper for? Type 1 for a decision, 2 for discussion or 3 for information.",
      prompt: "1, 2 or 3: ",
      printed: (value: string) => `For: ${value}.`,
    },
    meeting: {
      name: "Meeting",
      asks: "On which day do the trustees meet? For example 12 December 2026.",
      prompt: "Meeting: ",
      printed: (value: string) => `Meeting: ${value}.`,
    },
    decisions: {
      name: "Decide",
      asks: "What do you ask the trustees to decide? Finish the sentence: We ask trustees to ...",
      prompt: "We ask trustees to: ",
      printed: (value: string) => `We ask trustees to: ${value}`,
    },
    "if-nothing": {
      name: "If nothing is done",
      asks: "What happens if nothing is done? One sentence.",
      prompt: "If nothing is done: ",
      printed: (value: string) => `If we do nothing: ${value}`,
    },
    review: {
      name: "Look again",
      asks: "On which day will you look at this plan again? For example 13 May 2027.",
      prompt: "Look again: ",
      printed: (value: string) => `We look at this again on: ${value}.`,
    },
    "feedback-by": {
      name: "Hear back",
      asks: "By which day will everybody who took part hear what came of it?",
      prompt: "Hear back by: ",
      printed: (value: string) => `People who took part hear from us by: ${value}.`,
    },
    support: {
      name: "Support and payment",
      asks: "What support and payment were people who took part offered? One sentence.",
      prompt: "Support: ",
      printed: (value: string) => `Support and payment: ${value}`,
    },
    interests: {
      name: "Conflicts of interest",
      asks: "Did anyone have a conflict of interest, and what did you do about it? One sentence, no names.",
      prompt: "Conflicts: ",
      printed: (value: string) => `Conflicts of interest: ${value}`,
    },
    risks: {
      name: "Risk",
      asks: "What could go wrong? One sentence.",
      prompt: "Risk: ",
      printed: (value: string) => `Risks: ${value}`,
    },
    contact: {
      name: "Contact",
      asks: "Whom can people ask, also for the plan in another form? A role, or the charity's own number or address.",
      prompt: "Contact: ",
      printed: (value: string) => `Need this another way? Ask: ${value}`,
    },
  },
} as const;
