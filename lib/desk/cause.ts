/** Why somebody does not get the supplier's mails, from the most serious to the least. */
export const CAUSES = [
  "unknown_address",
  "complaint",
  "suppressed",
  "mailbox_full",
  "sent_back",
  "not_sent",
  "uncertain",
  "delayed",
  "forwarded",
] as const;

export type Cause = (typeof CAUSES)[number];

/** Reads a cause from a URL; null for anything else. */
export const readCause = (text: unknown): Cause | null => CAUSES.find((cause) => cause === text) ?? null;

/** What a member of staff can do about it, in the row itself. */
export type Remedy = "change_address" | "retry" | "wait" | "tell";

/** The remedies for each cause; the first one usually helps. */
export const REMEDIES: Readonly<Record<Cause, readonly Remedy[]>> = {
  unknown_address: ["change_address"],
  complaint: ["retry", "change_address"],
  suppressed: ["retry", "change_address"],
  mailbox_full: ["retry", "change_address"],
  sent_back: ["retry", "change_address"],
  not_sent: ["change_address", "retry"],
  uncertain: ["retry"],
  delayed: ["wait"],
  forwarded: ["tell"],
};

/**
 * Returns whether mails did not arrive. A delayed mail may still arrive; a forwarded mail reached the first mailbox.
 */
export const isMissing = (cause: Cause): boolean => cause !== "delayed" && cause !== "forwarded";
