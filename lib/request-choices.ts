/** What customers ask their adviser: other notifications (R20), a duplicate (R15), a question. */
export const REQUEST_KINDS = ["notification_change", "duplicate", "question"] as const;

export type RequestKind = (typeof REQUEST_KINDS)[number];

/** What a question is about. */
export const QUESTION_TOPICS = [
  "amount",
  "vehicle",
  "contract",
  "period",
  "address",
  "duplicate",
  "other",
] as const;

/** The topics that the form offers. Older questions may be about a period. */
export const OFFERED_TOPICS = QUESTION_TOPICS.filter((topic) => topic !== "period");

export type QuestionTopic = (typeof QUESTION_TOPICS)[number];

/**
 * `open`: the supplier has to answer. `answered`: the customer may reply, but does not have to. The others are ended: a
 * request for a change is accepted or declined, and either side may close any request.
 */
export const REQUEST_STATES = ["open", "answered", "accepted", "declined", "closed"] as const;

export type RequestState = (typeof REQUEST_STATES)[number];

/** The changes of state that a message of a thread can make. */
export const MESSAGE_OUTCOMES = ["accepted", "declined", "closed", "reopened"] as const;

export type MessageOutcome = (typeof MESSAGE_OUTCOMES)[number];

/** Who wrote a message: somebody of the account, or of the supplier's staff. */
export const MESSAGE_SIDES = ["customer", "supplier"] as const;

export type MessageSide = (typeof MESSAGE_SIDES)[number];

/**
 * Which requests the console lists. `mine`: those that wait for the viewer's answer; `team`: all that wait for an
 * answer; `all`: also those that are answered or ended.
 */
export const REQUEST_VIEWS = ["mine", "team", "all"] as const;

export type RequestView = (typeof REQUEST_VIEWS)[number];

/** The placeholders that an answer template may contain, in braces; each is replaced with a value of the request. */
export const PLACEHOLDERS = ["company", "customer", "number", "name", "adviser"] as const;

/** Returns whether a request in this state is ended. */
export const isEnded = (state: RequestState): boolean => state !== "open" && state !== "answered";
