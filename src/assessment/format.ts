export const ASSESSMENT_FORMAT = "assessment/1";
