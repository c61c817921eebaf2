import type { Entry } from "../entry";

/** What all entries of a file have in common, frozen with them: the same file can be given again. */
export interface FileFacts {
  journal: string;
  supplierAuxiliary: string;
  /** The length of the longest account that a line may have. */
  longestAccount: number;
  words: FileWords;
}

export interface FileWords {
  journalName: string;
  headings: Record<CsvHeading, string>;
  /** The text of each gap, for the general CSV. */
  gaps: Record<string, string>;
}

export const CSV_HEADINGS = [
  "date",
  "journal",
  "account",
  "label",
  "debit",
  "credit",
  "reference",
  "auxiliary",
  "dueOn",
  "currency",
  "contract",
  "vehicle",
  "analyticCode",
  "toComplete",
] as const;

type CsvHeading = (typeof CSV_HEADINGS)[number];

/** An entry with its number in the file, counted from 1. */
export type NumberedEntry = Entry & { position: number };

/** How entries are written for one program, or for any. */
export interface Layout {
  extension: "csv" | "txt";
  mediaType: string;
  /** Whether amounts of other currencies than the euro can be told apart. */
  hasCurrency: boolean;
  /** The most characters of a journal and of an account; without it any number. A longer one must not be cut. */
  widths?: { journal: number; account: number };
  head(facts: FileFacts): Uint8Array;
  entry(entry: NumberedEntry, facts: FileFacts): Uint8Array;
}
