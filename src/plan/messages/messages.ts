import { actionWords } from "./english/actions.ts";
import { planAnswerWords } from "./english/answers.ts";
import { pageWords } from "./english/page.ts";

/** Every sentence of a plan that is no text of a rubric, a part for each of its sections; another language is another folder of the same shape. */
export const planWords = { ...pageWords, ...actionWords, ...planAnswerWords };
