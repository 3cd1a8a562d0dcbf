/** How much the people who read a text are used to reading. */
export const PROFILES = ["workshop", "easy-read", "specialist"] as const;

export type Profile = (typeof PROFILES)[number];
