import type { Locale } from "@/lib/languages";

/** The parts of the help, in their order. */
export const HELP_GROUPS = [
  "first_connection",
  "signing_in",
  "invoices",
  "notifications",
  "colleagues",
  "security",
] as const;

export type HelpGroup = (typeof HELP_GROUPS)[number];

/** What must be so at the supplier for a block to be shown. */
export type HelpCondition = "hasStartDate" | "hasFormerPortal" | "linksOpenDirectly" | "linksAskToSignIn";

/**
 * A block of an answer. Texts hold `{supplier}`-like values of lib/help/help-facts.ts, `**words**` to mark, and
 * `[words](place)` to lead to a place of lib/help/help-places.ts; spaces and apostrophes are plain, set in type when shown.
 */
export type HelpBlock =
  | string
  | { title: string }
  | { steps: readonly string[] }
  | { list: readonly string[] }
  | { when: HelpCondition; text: string };

export interface HelpWords {
  question: string;
  /** The answer in a sentence, for lists and results. */
  summary: string;
  /** Other words people search it by. */
  also: string;
  answer: readonly HelpBlock[];
}

interface HelpPlace {
  /** Its place in the URL, the same in every language. */
  slug: string;
  group: HelpGroup;
  /** Who is signed in sees below it what became of the last mails. */
  showsMails?: true;
}

/** A question, once per language. */
export type HelpTopic = HelpPlace & Readonly<Record<Locale, HelpWords>>;
