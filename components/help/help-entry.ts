/** A question, as shown in lists and search results. */
export interface HelpEntry {
  slug: string;
  question: string;
  summary: string;
}

export type HelpGroup =
  "first_connection" | "signing_in" | "invoices" | "notifications" | "colleagues" | "security";

/** A piece of a sentence: plain text, bold text or a link. */
export type HelpPiece =
  { kind: "text" | "bold"; text: string } | { kind: "link"; text: string; href: string };

export type HelpBlock =
  | { kind: "text"; pieces: readonly HelpPiece[] }
  | { kind: "title"; text: string }
  | { kind: "steps" | "list"; items: readonly (readonly HelpPiece[])[] };
