/** How an account is told about its invoices (R18), in the order they are offered. */
export const PREFERENCES = ["attachment", "link", "digest", "none"] as const;

export type Preference = (typeof PREFERENCES)[number];

/** How an account receives its invoices (R22): through the portal, or on paper. */
export const CHANNELS = ["electronic", "paper"] as const;

export type Channel = (typeof CHANNELS)[number];
