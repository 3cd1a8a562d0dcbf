import type { At, AtOf, Screen } from "../state.ts";
import { accountScreen } from "./account.ts";
import { actionScreen } from "./action.ts";
import { checklistScreen } from "./checklist.ts";
import { checklistReasonsScreen, checklistSaveScreen } from "./checklist-save.ts";
import { rangeScreen, reasonScreen, viewsScreen } from "./disagreement.ts";
import { endingScreen } from "./ending.ts";
import { finishScreen } from "./finish.ts";
import { goToQuestionScreen } from "./go-to-question.ts";
import { joinSmallGroupsScreen, morePeopleScreen, peopleScreen } from "./people.ts";
import { questionScreen } from "./question.ts";
import { clearAnswerScreen, replaceAnswerScreen } from "./replace-answer.ts";
import { stepRefusedScreen, stepsScreen } from "./steps.ts";
import { trusteePaperScreen } from "./trustee-paper.ts";
import { moreVotesScreen, votesScreen } from "./votes.ts";
import { samePeopleScreen, votingMethodScreen, welcomeScreen } from "./welcome.ts";
import { personalScreen, writeNoteScreen } from "./write-note.ts";

const doneScreen: Screen<AtOf<"done">> = {
  show: () => [],
  prompt: () => "",
  hear: (_, here) => ({ at: here }),
  help: () => [],
};

type Screens = { readonly [Kind in At["kind"]]: Screen<AtOf<Kind>> };

/** One screen for each kind of place. */
const SCREENS: Screens = {
  "same-people": samePeopleScreen,
  welcome: welcomeScreen,
  people: peopleScreen,
  "more-people": morePeopleScreen,
  "join-small-groups": joinSmallGroupsScreen,
  "voting-method": votingMethodScreen,
  question: questionScreen,
  checklist: checklistScreen,
  "checklist-save": checklistSaveScreen,
  "checklist-reasons": checklistReasonsScreen,
  "write-note": writeNoteScreen as Screen<AtOf<"write-note">>,
  "write-evidence": writeNoteScreen as Screen<AtOf<"write-evidence">>,
  reason: reasonScreen,
  range: rangeScreen,
  views: viewsScreen,
  votes: votesScreen,
  "more-votes": moreVotesScreen,
  action: actionScreen,
  personal: personalScreen,
  "replace-answer": replaceAnswerScreen,
  "clear-answer": clearAnswerScreen,
  "go-to-question": goToQuestionScreen,
  finish: finishScreen,
  account: accountScreen,
  ending: endingScreen,
  steps: stepsScreen,
  "step-refused": stepRefusedScreen,
  "trustee-paper": trusteePaperScreen,
  done: doneScreen,
};

/** The screen of a place. Every kind of place has one for exactly its own kind, so the widening is safe. */
export function screenOf(at: At): Screen {
  return SCREENS[at.kind] as unknown as Screen;
}
