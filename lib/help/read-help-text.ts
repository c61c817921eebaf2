import type { HelpBlock } from "@/lib/help/topics/help-topic";
import type { Locale } from "@/lib/languages";
import type { HelpFacts } from "./help-facts";
import { helpHref } from "./help-places";
import { typeset } from "./typeset";

/** A part of a sentence: plain text, bold text, or a link. */
export type HelpPiece =
  { kind: "text" | "bold"; text: string } | { kind: "link"; text: string; href: string };

/** A block of an answer with the supplier's values filled in. */
export type ReadBlock =
  | { kind: "text"; pieces: HelpPiece[] }
  | { kind: "title"; text: string }
  | { kind: "steps" | "list"; items: HelpPiece[][] };

/** Returns the blocks of an answer for this supplier, without those whose condition is not met. */
export function readHelpBlocks(blocks: readonly HelpBlock[], facts: HelpFacts, locale: Locale): ReadBlock[] {
  const read = (text: string) => readHelpText(text, facts, locale);
  return blocks.flatMap((block): ReadBlock[] => {
    if (typeof block === "string") return [{ kind: "text", pieces: read(block) }];
    if ("when" in block)
      return facts.conditions[block.when] ? [{ kind: "text", pieces: read(block.text) }] : [];
    if ("title" in block) return [{ kind: "title", text: plain(read(block.title)) }];
    if ("steps" in block) return [{ kind: "steps", items: block.steps.map(read) }];
    return [{ kind: "list", items: block.list.map(read) }];
  });
}

/**
 * Parses the bold text and links of a help text, and fills in the values. Values are filled in after parsing, so that a
 * supplier's name is never read as markup. A link whose page this supplier does not have becomes plain text.
 */
export function readHelpText(text: string, facts: HelpFacts, locale: Locale): HelpPiece[] {
  const withValues = (words: string) =>
    typeset(
      words.replace(/\{(\w+)\}/g, (all, name) => facts.values[name] ?? all),
      locale,
    );
  return text
    .split(/(\*\*[^*]+\*\*|\[[^[\]]+\]\([^)]+\))/)
    .filter((part) => part !== "")
    .map((part): HelpPiece => {
      const link = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(part);
      const [, words = "", place = ""] = link ?? [];
      const href = link ? helpHref(place, facts) : null;
      if (href) return { kind: "link", text: withValues(words), href };
      if (link) return { kind: "text", text: withValues(words) };
      return part.startsWith("**")
        ? { kind: "bold", text: withValues(part.slice(2, -2)) }
        : { kind: "text", text: withValues(part) };
    });
}

/** Returns the plain text without markup, for search and lists. */
export const plain = (pieces: readonly HelpPiece[]): string => pieces.map(({ text }) => text).join("");
