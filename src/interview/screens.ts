import { actionScreen } from "./action.ts";
import { checksScreen } from "./checks.ts";
import { checksKeepScreen, checksReasonsScreen } from "./checks-keep.ts";
import { clearScreen } from "./clear.ts";
import { rangeScreen, viewsScreen } from "./differ.ts";
import { factsScreen } from "./facts.ts";
import { finishScreen } from "./finish.ts";
import { goScreen } from "./go.ts";
import { joinScreen } from "./join.ts";
import { noteScreen } from "./note.ts";
import { morePeopleScreen, peopleScreen } from "./people.ts";
import { personalScreen } from "./personal.ts";
import { questionScreen } from "./question.ts";
import { reasonScreen } from "./reason.ts";
import type { At, AtOf, Screen } from "./state.ts";
import { moreVotesScreen, revealScreen, votesScreen } from "./votes.ts";
import { wayScreen } from "./way.ts";
import { samePeopleScreen, welcomeScreen } from "./welcome.ts";

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
