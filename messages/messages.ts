import type { Locale } from "@/lib/languages";
import en from "./en.json";
import fr from "./fr.json";

/** The sentences of every language; each has those of the French file, which a test compares. Too large for a browser. */
export const MESSAGES: Readonly<Record<Locale, typeof fr>> = { fr, en };
