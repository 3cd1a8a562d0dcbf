import * as z from "zod/mini";
import { CONFIG_FORMAT } from "../../util/formats.ts";
import { described, optional, text } from "../../yaml/fields.ts";
import { PROFILES } from "../rule.ts";

/** How strongly a rule speaks; with options, `severity` stands beside them. */
export const SEVERITY_CHOICES = ["off", "info", "warning", "error"] as const;

const severity = z.enum(SEVERITY_CHOICES);

const options = described(
  z.record(text, z.union([z.number(), z.string(), z.array(text)])),
  "severity, and the rule's own options",
);

const agreed = z.strictObject({
  avoid: described(text, "The word or words not to use"),
  use: optional(text, "What to say instead"),
  because: optional(text, "Why the group chose so; shown to whoever uses the word"),
});

/** The settings of `coprod lint` (`coprod: config/1`), in a file called coprod.yaml. */
export const configSchema = described(
  z.strictObject({
    coprod: described(z.literal(CONFIG_FORMAT), "What this file is"),
    profile: optional(
      z.enum(PROFILES),
      "Who reads the texts: workshop (usual), easy-read or specialist",
    ),
    rules: optional(
      z.record(text, z.union([severity, options])),
      "For each rule: off, info, warning or error; or these as severity, with options",
    ),
    plain: optional(
      z.boolean(),
      "Whether coprod assess asks one line at a time, with nothing redrawn",
    ),
    agreed: optional(z.array(agreed), "Words your group has agreed to avoid"),
  }),
  "Settings of coprod lint, and of how coprod assess asks",
);

export type ConfigFile = z.infer<typeof configSchema>;
