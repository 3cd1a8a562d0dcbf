import { action } from "./english/action.ts";
import { change, common } from "./english/common.ts";
import { accounts, ending, steps } from "./english/ending.ts";
import { paper } from "./english/paper.ts";
import { atQuestions } from "./english/question.ts";

/** Every sentence of the interview, a part for each screen; another language is another folder of the same shape. */
export const messages = { accounts, action, change, common, ending, steps, paper, atQuestions };
