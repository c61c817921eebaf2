/** How an invoice was taken: in a session, by the button of a direct link, attached to a mail, by the API, marked by hand. */
export const TAKING_WAYS = ["session", "link", "attachment", "api", "hand"] as const;
export type TakingWay = (typeof TAKING_WAYS)[number];

/**
 * How well a taking is known, from the least: `requested`, the host does not tell whether the file was sent to its end;
 * `delivered`, it was; `verified`, whoever received the bytes compared their SHA-256.
 */
export const TAKING_PROOFS = ["requested", "delivered", "verified"] as const;
export type TakingProof = (typeof TAKING_PROOFS)[number];
