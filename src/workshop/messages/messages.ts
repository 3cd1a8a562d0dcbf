import { action } from "./english/action.ts";
import { common } from "./english/common.ts";

/** Every sentence of the interview, a part for each screen; another language is another folder of the same shape. */
export const messages = { action, common };
