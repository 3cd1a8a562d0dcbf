export const FORMATS = ["text", "md", "json"] as const;
