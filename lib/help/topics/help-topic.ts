import type { Locale } from "@/lib/languages";

/** The groups of help topics, in the order of the page. */
export const HELP_GROUPS = [
  "first_connection",
  "signing_in",
  "invoices",
  "notifications",
  "colleagues",
  "security",
] as const;

export type HelpGroup = (typeof HELP_GROUPS)[number];

/** The conditions on a supplier under which a block is shown. */
export type HelpCondition = "hasFormerPortal" | "linksOpenDirectly" | "linksAskToSignIn";

/**
 * A block of an answer. Texts may contain values of lib/help/help-facts.ts such as `{supplier}`, bold text as
 * `**words**`, and links as `[words](place)` to a place of lib/help/help-places.ts. Spaces and apostrophes are plain;
 * `typeset` replaces them.
 */
export type HelpBlock =
  | string
  | { title: string }
  | { steps: readonly string[] }
  | { list: readonly string[] }
  | { when: HelpCondition; text: string };

export interface HelpWords {
  question: string;
  /** The answer in one sentence, for lists and search results. */
  summary: string;
  /** Other search words for this question. */
  also: string;
  answer: readonly HelpBlock[];
}

interface HelpPlace {
  /** The last part of its URL, the same in every language. */
  slug: string;
  group: HelpGroup;
  /** A signed-in user sees the delivery of the last mails below the answer. */
  showsMails?: true;
}

/** A question with its answer, in each language. */
export type HelpTopic = HelpPlace & Readonly<Record<Locale, HelpWords>>;
