export const SHOW_FORMATS = ["text", "md"] as const;
