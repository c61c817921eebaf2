import type { Locale } from "@/lib/languages";

/** Words ignored in a search, because they do not tell the subject of a question: lower case, without accents. */
export const HELP_STOP_WORDS: Readonly<Record<Locale, string>> = {
  fr:
    "je j tu il elle on nous vous ils le la les l un une des du de d et ou a au aux en y dans sur pour par avec sans " +
    "mon ma mes m ne n pas que qu qui quoi est ce c cette ces se s si comment pourquoi quand quel quelle faire fait ai " +
    "suis puis peut",
  en:
    "the a an of to in on at for with my me is are am be do does did i it this that what how why when where who can " +
    "not no and or have has had get got",
};
