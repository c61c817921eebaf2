import { cleanText } from "@/lib/mails/writing/clean-props";
import { ANSWER_LENGTH, MESSAGE_LENGTH } from "./request-limits";

export type MessageFault = "nothing_written" | "too_long";

/**
 * Texts may be this many times longer than the limit of the form, because a form counts a line break as one character
 * but sends two.
 */
const SLACK = 1.25;

const MAX_LENGTH = { customer: MESSAGE_LENGTH * SLACK, supplier: ANSWER_LENGTH * SLACK };

/** Returns the text to store: without control characters, lines joined by "\n", at most one empty line in a row. */
export function readMessage(
  typed: string,
  side: keyof typeof MAX_LENGTH,
): { ok: true; text: string } | { ok: false; reason: MessageFault } {
  if (typed.length > MAX_LENGTH[side]) return { ok: false, reason: "too_long" };
  const lines = cleanLines(typed);
  const kept = lines.filter((line, at) => line !== "" || (lines[at - 1] ?? "") !== "");
  if (kept.at(-1) === "") kept.pop();
  return kept.length === 0 ? { ok: false, reason: "nothing_written" } : { ok: true, text: kept.join("\n") };
}

/** The lines of a typed text, without control characters and without spaces at their ends. */
export const cleanLines = (typed: string): string[] =>
  typed.split(/\r\n|[\r\n\u2028\u2029]/).map((line) => cleanText(line).trim());

/** Returns the lines of a stored text that are not empty, for a mail or a page. */
export const linesOf = (text: string): string[] => text.split("\n").filter((line) => line !== "");
