import type { At, AtOf, Screen } from "../state.ts";
import { actionScreen } from "./action.ts";
import { checksScreen } from "./checklist.ts";
import { checksKeepScreen, checksReasonsScreen } from "./checklist-save.ts";
import { clearScreen } from "./clear-answer.ts";
import { rangeScreen, viewsScreen } from "./disagreement.ts";
import { finishScreen } from "./finish.ts";
import { goScreen } from "./go-to-question.ts";
import { joinScreen } from "./join-small-groups.ts";
import { morePeopleScreen, peopleScreen } from "./people.ts";
import { personalScreen } from "./personal.ts";
import { questionScreen } from "./question.ts";
import { reasonScreen } from "./reason.ts";
import { factsScreen } from "./trustee-paper.ts";
import { moreVotesScreen, revealScreen, votesScreen } from "./votes.ts";
import { wayScreen } from "./voting-method.ts";
import { samePeopleScreen, welcomeScreen } from "./welcome.ts";
import { noteScreen } from "./write-note.ts";

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
  join: joinScreen,
  way: wayScreen,
  question: questionScreen,
  checks: checksScreen,
  "checks-keep": checksKeepScreen,
  "checks-reasons": checksReasonsScreen,
  note: noteScreen as Screen<AtOf<"note">>,
  evidence: noteScreen as Screen<AtOf<"evidence">>,
  reason: reasonScreen,
  range: rangeScreen,
  views: viewsScreen,
  votes: votesScreen,
  "more-votes": moreVotesScreen,
  reveal: revealScreen,
  action: actionScreen,
  personal: personalScreen,
  clear: clearScreen,
  go: goScreen,
  finish: finishScreen,
  facts: factsScreen,
  done: doneScreen,
};

/** The screen of a place. Every kind of place has one for exactly its own kind, so the widening is safe. */
export function screenOf(at: At): Screen {
  return SCREENS[at.kind] as unknown as Screen;
}
