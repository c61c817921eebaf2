import { parse } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { HELP_TOPICS } from "@/lib/help/help-topics";
import type { HelpBlock } from "@/lib/help/topics/help-topic";
import { LANGUAGES } from "@/lib/language-formats";
import { LOCALES } from "@/lib/languages";
import { literalsOf, readMessages } from "./message-texts";

/*
 * A sentence that contains the number of a rule, such as a duration, must get it as an argument. A number written in the
 * text would stay when the rule changes.
 */

/** The units of such numbers, in every language. */
const UNITS =
  "minutes?|heures?|hours?|jours?|days?|mois|months?|caractères?|characters?|Mo|MB|Ko|kB|filtres?|filters?";
const NUMBERS = ["\\d+", ...LOCALES.flatMap((locale) => LANGUAGES[locale].numberWords.slice(2))].join("|");
const WRITTEN_OUT = new RegExp(
  `(?<![\\p{L}\\d])(${NUMBERS})\\s(derniers\\s|dernières\\s|last\\s)?(${UNITS})(?!\\p{L})`,
  "iu",
);

/** Texts whose number is not a rule of the code, or describes the pattern that the text explains. */
const NO_RULE = new Set([
  // The time for which the hosting company keeps its logs.
  "legal.privacy.duration.logs",
  // The form of a name and of an identifier, which their patterns define.
  "account.nameProblems.name_invalid",
  "admin.new.errors.name_invalid",
  "admin.new.errors.identifier_invalid",
]);

describe("sentences with the number of a rule", () => {
  it.each(LOCALES)("get it as an argument in the messages (%s)", (locale) => {
    const written = Object.entries(readMessages(locale)).filter(
      ([key, text]) => !NO_RULE.has(key) && literalsOf(parse(text)).some(hasNumber),
    );
    expect(written).toEqual([]);
  });

  it.each(LOCALES)("get it as an argument in the help (%s)", (locale) => {
    const written = HELP_TOPICS.flatMap((topic) => {
      const { question, summary, answer } = topic[locale];
      return [question, summary, ...answer.flatMap(textsOf)];
    }).filter(hasNumber);
    expect(written).toEqual([]);
  });

  it("are recognised when they contain a written number", () => {
    const texts = [
      "14 jours",
      "sous sept jours",
      "60\u00a0minutes",
      "at least 8 characters",
      "24 derniers mois",
      "20 Mo",
    ];
    expect(texts.filter((text) => !WRITTEN_OUT.test(text))).toEqual([]);
    expect(["{days} jours", "un jour", "5 000 factures"].filter((text) => WRITTEN_OUT.test(text))).toEqual(
      [],
    );
  });
});

/** « 1 caractère spécial » is a kind of character that a password needs, not a number that could change. */
function hasNumber(text: string): boolean {
  return WRITTEN_OUT.test(text.replace(/1 (caractère spécial|special character)/g, ""));
}

function textsOf(block: HelpBlock): readonly string[] {
  if (typeof block === "string") return [block];
  if ("title" in block) return [block.title];
  if ("steps" in block) return block.steps;
  return "list" in block ? block.list : [block.text];
}
