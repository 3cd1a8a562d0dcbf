export const SCORECARD_FORMAT = "scorecard/1";
