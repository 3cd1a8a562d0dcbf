export const PLAN_FORMAT = "plan/1";
