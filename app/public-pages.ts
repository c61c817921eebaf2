/** The public pages that a supplier's foot leads to, in its order. */
export const PUBLIC_PAGES = ["help", "accessibility", "notice", "privacy"] as const;
