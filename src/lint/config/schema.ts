import * as z from "zod";
import { text } from "../../yaml/fields.ts";
import { PROFILES } from "../profile.ts";
import { CONFIG_FORMAT } from "./format.ts";

/** How strongly a rule speaks; with options, `severity` stands beside them. */
export const SEVERITY_CHOICES = ["off", "info", "warning", "error"] as const;

const severity = z.enum(SEVERITY_CHOICES);

const options = z
  .record(text, z.union([z.number(), z.string(), z.array(text)]))
  .describe("severity, and the rule's own options");

const agreed = z.strictObject({
  avoid: text.describe("The word or words not to use"),
  use: text.exactOptional().describe("What to say instead"),
  because: text.exactOptional().describe("Why the group chose so; shown to whoever uses the word"),
});

/** The settings of `coprod lint` (`coprod: config/1`), in a file called coprod.yaml. */
export const configSchema = z
  .strictObject({
    coprod: z.literal(CONFIG_FORMAT).describe("What this file is"),
    profile: z
      .enum(PROFILES)
      .exactOptional()
      .describe("Who reads the texts: workshop (usual), easy-read or specialist"),
    rules: z
      .record(text, z.union([severity, options]))
      .exactOptional()
      .describe("For each rule: off, info, warning or error; or these as severity, with options"),
    plain: z
      .boolean()
      .exactOptional()
      .describe("Whether coprod assess asks one line at a time, with nothing redrawn"),
    agreed: z.array(agreed).exactOptional().describe("Words your group has agreed to avoid"),
  })
  .describe("Settings of coprod lint, and of how coprod assess asks");

export type ConfigFile = z.infer<typeof configSchema>;
