import { Chalk } from "chalk";

/** Marks up words that already say it all: no colour carries meaning alone. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly cyan: (text: string) => string;
}

/** Without colour each brush returns its text as it came. Blue and dim are left out: they vanish on a projector. */
export function paint(color: boolean): Paint {
  // An instance of our own, because the default one looks at the real terminal.
  const chalk = new Chalk({ level: color ? 1 : 0 });
  return {
    bold: (text) => chalk.bold(text),
    red: (text) => chalk.red(text),
    green: (text) => chalk.green(text),
    yellow: (text) => chalk.yellow(text),
    cyan: (text) => chalk.cyan(text),
  };
}
