export const GUIDE_FORMAT = "guide/1";
