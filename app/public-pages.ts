/** The public pages linked in a supplier's footer, in this order. */
export const PUBLIC_PAGES = ["help", "accessibility", "notice", "privacy"] as const;
