/** What the supplier's staff can do for one person of an account. */
export const PERSON_ACTIONS = ["send_link", "lift_block", "administrator", "disabled", "active"] as const;

export type PersonAction = (typeof PERSON_ACTIONS)[number];
