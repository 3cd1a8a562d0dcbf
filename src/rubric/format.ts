export const RUBRIC_FORMAT = "rubric/1";
