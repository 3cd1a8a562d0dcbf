export const FORMATS = ["html", "md", "text", "pdf", "json"] as const;
export const LENGTHS = ["full", "summary"] as const;
export const AUDIENCES = ["trustees", "public"] as const;
