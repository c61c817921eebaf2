import { HELP_GROUPS, type HelpGroup, type HelpTopic } from "@/lib/help/topics/help-topic";
import type { Locale } from "@/lib/languages";
import type { Supplier } from "@/lib/suppliers/find-supplier";
import { type HelpFacts, helpFacts } from "./help-facts";
import { HELP_TOPICS } from "./help-topics";
import { plain, type ReadBlock, readHelpBlocks, readHelpText } from "./read-help-text";
import { searchHelp } from "./search-help";

/** A question, as shown in lists and search results. */
export interface HelpEntry {
  slug: string;
  question: string;
  summary: string;
}

export interface HelpAnswer extends HelpEntry {
  group: HelpGroup;
  showsMails: boolean;
  blocks: ReadBlock[];
  /** The other questions of its group. */
  related: HelpEntry[];
}

/** Lists the questions of the help by group, filled in for this supplier. */
export function listHelp(supplier: Supplier, locale: Locale): { group: HelpGroup; entries: HelpEntry[] }[] {
  const facts = helpFacts(supplier, locale);
  return HELP_GROUPS.map((group) => ({
    group,
    entries: HELP_TOPICS.filter((topic) => topic.group === group).map((topic) => entry(topic, facts, locale)),
  }));
}

/** Finds the questions that match a search, best first. */
export function findHelp(words: string, supplier: Supplier, locale: Locale): HelpEntry[] {
  const facts = helpFacts(supplier, locale);
  return searchHelp(words, facts, locale).map((topic) => entry(topic, facts, locale));
}

/** Returns one question with its answer; null for an unknown slug. */
export function openHelp(slug: string, supplier: Supplier, locale: Locale): HelpAnswer | null {
  const topic = HELP_TOPICS.find((one) => one.slug === slug);
  if (!topic) return null;
  const facts = helpFacts(supplier, locale);
  return {
    ...entry(topic, facts, locale),
    group: topic.group,
    showsMails: topic.showsMails ?? false,
    blocks: readHelpBlocks(topic[locale].answer, facts, locale),
    related: HELP_TOPICS.filter((one) => one.group === topic.group && one !== topic).map((one) =>
      entry(one, facts, locale),
    ),
  };
}

function entry(topic: HelpTopic, facts: HelpFacts, locale: Locale): HelpEntry {
  const { question, summary } = topic[locale];
  const written = (text: string) => plain(readHelpText(text, facts, locale));
  return { slug: topic.slug, question: written(question), summary: written(summary) };
}
