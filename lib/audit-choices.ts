/** The kinds of action that the supplier's journal can be limited to, in the order of its form. */
export const ACTION_GROUPS = [
  "access",
  "accounts",
  "mails",
  "requests",
  "documents",
  "settings",
  "sign_ins",
  "profile",
] as const;

export type ActionGroup = (typeof ACTION_GROUPS)[number];

/** The sides that the journal can be limited to, beside single members of the supplier's staff. */
export const ACTOR_SIDES = ["staff", "customers", "keys", "portal"] as const;

export type ActorSide = (typeof ACTOR_SIDES)[number];
