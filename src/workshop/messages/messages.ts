import { change, common, finish, people, review, welcome } from "./english/common.ts";
import { accounts, closing, ending, paper, steps } from "./english/ending.ts";
import {
  action,
  atQuestions,
  barriers,
  checklist,
  clear,
  disagreement,
  goTo,
  listPage,
  note,
  questionPage,
  votes,
} from "./english/question.ts";

/** Every sentence of the interview, a part for each screen; another language is another folder of the same shape. */
export const messages = {
  accounts,
  action,
  change,
  common,
  ending,
  steps,
  paper,
  atQuestions,
  welcome,
  finish,
  review,
  question: questionPage,
  list: listPage,
  closing,
  note,
  people,
  votes,
  disagreement,
  checklist,
  clear,
  goTo,
  barriers,
};
