// What the first line of each kind of file says, and of each thing printed for programs.
export const ASSESSMENT_FORMAT = "assessment/1";
export const ACTIONS_FORMAT = "actions/1";
export const COMPARISON_FORMAT = "comparison/1";
export const SERIES_FORMAT = "comparison-series/1";
export const GUIDE_FORMAT = "guide/1";
export const PLAN_FORMAT = "plan/1";
export const RUBRIC_FORMAT = "rubric/1";
export const SCORECARD_FORMAT = "scorecard/1";
export const TRANSLATION_FORMAT = "translation/1";
export const CONFIG_FORMAT = "config/1";
export const SHARE_FORMAT = "share/1";
export const TOGETHER_FORMAT = "together/1";
export const TEAMS_FORMAT = "teams/1";
export const RELEASE_FORMAT = "release/1";

/** How answers came in that were not given in this room: on paper, in a saved form, from a survey, or in another room. */
export const VOICE_SOURCES = ["sheets", "form", "survey", "room"] as const;

/** How much of a plan people can ask for, the longest first. */
export const PLAN_LENGTHS = ["full", "summary", "poster"] as const;

/** And how much of it fits into a message. */
export const ALL_PLAN_LENGTHS = [...PLAN_LENGTHS, "message"] as const;

/** How large a charity may say it is, and where. Closed lists: what people typed themselves could tell who they are. */
export const SHARE_SIZES = ["under-10k", "10k-to-100k", "100k-to-1m", "over-1m"] as const;
export const SHARE_REGIONS = [
  "north-east",
  "north-west",
  "yorkshire-and-the-humber",
  "east-midlands",
  "west-midlands",
  "east-of-england",
  "london",
  "south-east",
  "south-west",
  "wales",
  "scotland",
  "northern-ireland",
  "elsewhere",
] as const;

/** What a register of actions can be written as, the form to work in first. */
export const REGISTER_FORMATS = ["xlsx", "csv", "ics", "json", "md"] as const;

export type RegisterFormat = (typeof REGISTER_FORMATS)[number];

/** The language of what coprod says itself. */
export const OWN_LANGUAGE = "en-GB";
