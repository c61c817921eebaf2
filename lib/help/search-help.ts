import type { HelpTopic, HelpWords } from "@/lib/help/topics/help-topic";
import type { Locale } from "@/lib/languages";
import { stripEnds } from "@/lib/strip";
import type { HelpFacts } from "./help-facts";
import { HELP_TOPICS } from "./help-topics";
import { plain, readHelpBlocks, readHelpText } from "./read-help-text";
import { HELP_STOP_WORDS } from "./topics/stop-words";

/** Longer queries are cut. */
const MAX_LENGTH = 200;
/** The maximum number of searched words; further words are ignored. */
const MAX_WORDS = 12;
/** A match in the question counts more than one in the answer. */
const WEIGHTS = { question: 6, also: 5, summary: 2, answer: 1 } as const;

/** Stop words of all languages, because a query may mix them. */
const STOP_WORDS = new Set(Object.values(HELP_STOP_WORDS).flatMap((words) => words.split(" ")));

/**
 * Finds the topics that match a query, best first: those that contain all its words or, if there are none, some of
 * them. Accents, case, plurals and endings are ignored. An empty query finds nothing.
 */
export function searchHelp(question: string, facts: HelpFacts, locale: Locale): HelpTopic[] {
  const wanted = [...new Set(wordsOf(question.slice(0, MAX_LENGTH)))]
    .filter((word) => word.length > 1 && !STOP_WORDS.has(word))
    .slice(0, MAX_WORDS);
  if (wanted.length === 0) return [];
  const scored = HELP_TOPICS.map((topic) => {
    const scores = wanted.map((word) => scoreOf(word, topic[locale], facts, locale));
    return {
      topic,
      found: scores.filter((score) => score > 0).length,
      score: scores.reduce((sum, score) => sum + score, 0),
    };
  }).filter(({ found }) => found > 0);
  const whole = scored.filter(({ found }) => found === wanted.length);
  const best = whole.length > 0 ? whole : scored;
  return best.sort((a, b) => b.found - a.found || b.score - a.score).map(({ topic }) => topic);
}

function scoreOf(word: string, words: HelpWords, facts: HelpFacts, locale: Locale): number {
  const texts: Record<keyof typeof WEIGHTS, string> = {
    question: words.question,
    also: words.also,
    summary: words.summary,
    answer: readHelpBlocks(words.answer, facts, locale)
      .map((block) =>
        block.kind === "title"
          ? block.text
          : block.kind === "text"
            ? plain(block.pieces)
            : block.items.map(plain).join(" "),
      )
      .join(" "),
  };
  const parts = ["question", "also", "summary", "answer"] as const;
  return parts.reduce((score, part) => {
    const text = part === "answer" ? texts.answer : plain(readHelpText(texts[part], facts, locale));
    return score + (wordsOf(text).some((one) => isAlike(one, word)) ? WEIGHTS[part] : 0);
  }, 0);
}

/** Returns whether one of the two words begins with the other (« factur », « facture »), above a minimum length. */
function isAlike(one: string, wanted: string): boolean {
  if (one === wanted) return true;
  return (wanted.length >= 4 && one.startsWith(wanted)) || (one.length >= 5 && wanted.startsWith(one));
}

/** Returns the words in lower case, without accents, punctuation and plural endings. */
function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .replaceAll("œ", "oe")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .split(/[^a-z0-9@.+]+/)
    .map((word) => stripEnds(word, ".+@"))
    .map((word) => (word.length > 4 ? word.replace(/[sx]$/, "") : word))
    .filter((word) => word !== "");
}
