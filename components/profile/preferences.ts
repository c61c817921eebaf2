/** How an account is told about its invoices (R18), in the order they are offered. */
export const PREFERENCES = ["attachment", "link", "digest", "none"] as const;

export type Preference = (typeof PREFERENCES)[number];
