/** A question as lists and results show it. */
export interface HelpEntry {
  slug: string;
  question: string;
  summary: string;
}

export type HelpGroup =
  "first_connection" | "signing_in" | "invoices" | "notifications" | "colleagues" | "security";

/** A piece of a sentence: plain words, words to mark, or words that lead somewhere. */
export type HelpPiece =
  { kind: "words" | "marked"; text: string } | { kind: "link"; text: string; href: string };

export type HelpBlock =
  | { kind: "text"; pieces: readonly HelpPiece[] }
  | { kind: "title"; text: string }
  | { kind: "steps" | "list"; items: readonly (readonly HelpPiece[])[] };
