import { nextActionId, numberOf } from "../../assessment/actions.ts";
import { resolveAssessment } from "../../assessment/assessment.ts";
import type { AssessmentEdit } from "../../assessment/edit.ts";
import type { Action } from "../../assessment/schema.ts";
import { actionFrom, type SuggestedStep, suggestedSteps } from "../../plan/suggestions.ts";
import { type Block, heading, lines, options, paragraph, spare } from "../../terminal/blocks.ts";
import { echo, fold } from "../../terminal/typed-line.ts";
import { asSentence } from "../../util/words.ts";
import { messages } from "../messages/messages.ts";
import type { At, AtOf, Interview, Outcome, Screen } from "../state.ts";

const wording = messages.steps;

type StepsPlace = AtOf<"steps">;

/** The steps to talk about now: the near ones that nobody has agreed or turned down. */
export function stepsToOffer(state: Pick<Interview, "file" | "rubrics">): readonly SuggestedStep[] {
  const all = suggestedSteps(resolveAssessment(state.file, state.rubrics));
  return all.filter(({ near, reply }) => near || reply?.said === "later");
}

/** One suggested step: with its reason, to be agreed, put off or turned down. The room decides, Enter alone never does. */
export const stepsScreen: Screen<StepsPlace> = {
  show: (state, here) => stepBlocks(state, here),
  prompt: () => wording.prompt,
  hear(state, here, { line }) {
    const typed = fold(line);
    const step = stepAt(here);
    const action = agreedAs(state, step);
    if (["b", "back"].includes(typed)) return { at: stepBefore(state, here) };
    if (["f", "finish"].includes(typed)) return { at: afterSteps(state) };
    if (action !== undefined) return hearAgreed(state, here, { action, typed, line });
    if (["1", "y", "yes"].includes(typed)) return agree(state, here);
    if (["2", "l", "later"].includes(typed)) {
      const edits = [replied(step, { said: "later" })];
      return { at: stepAfter(state, here), edits, saved: wording.putOff };
    }
    if (["3", "n", "no"].includes(typed)) return { at: { ...here, kind: "step-refused" } };
    if (typed === "w") return { at: inOwnWords(state, here) };
    const words = typed === "" ? wording.nothing : wording.wrong(echo(line));
    return { at: here, show: "prompt", say: [paragraph(words)] };
  },
  help: () => [paragraph(wording.help)],
};

/** Why a step is not for us; what is left out is left out. */
export const stepRefusedScreen: Screen<AtOf<"step-refused">> = {
  show: () => [paragraph(wording.whyNot)],
  prompt: () => wording.because,
  hear(state, here, { line }) {
    const why = line.trim();
    const back: StepsPlace = { ...here, kind: "steps" };
    if (["b", "back"].includes(fold(why))) return { at: back };
    const edits = [replied(stepAt(back), { said: "no", ...(why === "" ? {} : { why }) })];
    return { at: stepAfter(state, back), edits, saved: wording.turnedDown };
  },
  help: () => [paragraph(wording.whyNot)],
  free: () => true,
  guarded: () => true,
};

function stepAt({ steps, index }: StepsPlace): SuggestedStep {
  const step = steps[index];
  if (step === undefined) throw new Error(`there is no step ${index}`);
  return step;
}

/** An action that was made of the step, whatever its words are now. */
function agreedAs({ file }: Interview, step: SuggestedStep): Action | undefined {
  return file.actions?.find(
    (each) => each.for === step.key && each.status !== "done" && each.status !== "dropped",
  );
}

function stepBlocks(state: Interview, here: StepsPlace): readonly Block[] {
  const step = stepAt(here);
  const action = agreedAs(state, step);
  const { letter, reason, first, sign, effort } = step;
  const about = [
    ...(first === undefined ? [] : [wording.first(first)]),
    ...(sign === undefined ? [] : [wording.sign(sign)]),
    ...(effort === undefined ? [] : [wording.effort[effort]]),
  ];
  return [
    heading(1, wording.title(letter, here.index + 1, here.steps.length)),
    paragraph(asSentence(action?.do ?? step.do)),
    spare(2, paragraph(wording.why(reason))),
    ...(about.length === 0 ? [] : [spare(3, lines(...about))]),
    ...(action === undefined
      ? [paragraph(wording.ask), options(...wording.choices)]
      : [paragraph(wording.isAgreed(numberOf(action.id)))]),
  ];
}

interface OfAction {
  readonly action: Action;
  readonly typed: string;
  readonly line: string;
}

function hearAgreed(
  state: Interview,
  here: StepsPlace,
  { action, typed, line }: OfAction,
): Outcome {
  if (typed === "") return { at: stepAfter(state, here) };
  if (["a", "w", numberOf(action.id), action.id].includes(typed))
    return { at: { kind: "action", draft: { step: "do", action }, returnTo: here } };
  const words = `${messages.common.notAChoice(echo(line))} ${wording.isAgreed(numberOf(action.id))}`;
  return { at: here, show: "prompt", say: [paragraph(words)] };
}

/** The step becomes an action with what comes with it; who and when are asked next. */
function agree(state: Interview, here: StepsPlace): Outcome {
  const step = stepAt(here);
  const action = { id: nextActionId(state.file), ...actionFrom(step) };
  const edits: AssessmentEdit[] = [{ kind: "act", action }, ...withdrawn(step)];
  const draft = { step: "who", action, ...ideaOf(step) } as const;
  return {
    at: { kind: "action", draft, returnTo: stepAfter(state, here) },
    edits,
    saved: wording.agreed(numberOf(action.id), action.do),
  };
}

function inOwnWords(state: Interview, here: StepsPlace): At {
  const step = stepAt(here);
  const { do: _, ...action } = actionFrom(step);
  const draft = { step: "do", action, ...ideaOf(step) } as const;
  return { kind: "action", draft, returnTo: stepAfter(state, here) };
}

function ideaOf({ who }: SuggestedStep): { readonly idea?: string } {
  return who === undefined ? {} : { idea: who };
}

function withdrawn({ key, do: words, reply }: SuggestedStep): readonly AssessmentEdit[] {
  if (reply === undefined) return [];
  return [{ kind: "reply", step: { for: key, do: words }, reply: undefined }];
}

function replied(
  { key, do: words }: SuggestedStep,
  reply: NonNullable<Extract<AssessmentEdit, { kind: "reply" }>["reply"]>,
): AssessmentEdit {
  return { kind: "reply", step: { for: key, do: words }, reply };
}

function stepAfter(state: Interview, here: StepsPlace): At {
  const index = here.index + 1;
  return index < here.steps.length ? { ...here, index } : afterSteps(state);
}

function stepBefore(state: Interview, here: StepsPlace): At {
  if (here.index > 0) return { ...here, index: here.index - 1 };
  return state.task === "talk" ? { kind: "ending", page: "steps" } : here;
}

/** In the room comes the paper, which is for the lead; whoever came for the steps is done. */
function afterSteps({ task }: Interview): At {
  return task === "talk" ? { kind: "trustee-paper", fact: -1 } : { kind: "done" };
}

/** Where the walk through the steps begins for whoever came for nothing else. */
export function firstStep(state: Pick<Interview, "file" | "rubrics">): At {
  const steps = stepsToOffer(state);
  return steps.length === 0 ? { kind: "done" } : { kind: "steps", steps, index: 0 };
}
