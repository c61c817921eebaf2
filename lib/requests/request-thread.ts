import type { RequestContent } from "@/emails/request-content";
import type { RequestSubject } from "@/emails/request-subject";
import type { MessageOutcome, MessageSide, RequestState } from "@/lib/request-choices";

/** One message of a thread. */
export interface ThreadEntry {
  id: string;
  side: MessageSide;
  /** Whether the viewer wrote it. */
  isOwn: boolean;
  /**
   * A customer's user: name and the identifier at that time. A member of staff: only the name, "" when there is none.
   */
  author: string;
  outcome: MessageOutcome | null;
  /** Paragraphs of lines; empty for a message without a text. */
  paragraphs: string[][];
  at: Date;
}

/** A request with all messages about it. */
export interface RequestThread {
  id: string;
  accountId: string;
  subject: RequestSubject;
  asked: RequestContent;
  state: RequestState;
  askedAt: Date;
  closedAt: Date | null;
  /** The invoice it is about, while the viewer can see it. */
  invoiceId: string | null;
  /** The request itself first, then the messages in their order. */
  entries: ThreadEntry[];
}

/** Splits a stored text into its paragraphs. */
export function paragraphsOf(text: string): string[][] {
  return text
    .split("\n\n")
    .map((paragraph) => paragraph.split("\n").filter((line) => line !== ""))
    .filter((lines) => lines.length > 0);
}
