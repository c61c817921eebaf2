/** The ways to notify an account of its invoices (R18), in the order in which they are offered. */
export const PREFERENCES = ["attachment", "link", "digest", "none"] as const;

export type Preference = (typeof PREFERENCES)[number];

/** The ways in which an account receives its invoices (R22): through the portal, or on paper. */
export const CHANNELS = ["electronic", "paper"] as const;

export type Channel = (typeof CHANNELS)[number];
