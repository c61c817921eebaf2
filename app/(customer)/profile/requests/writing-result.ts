import { WRITING_RESULTS, type WritingResult } from "@/components/requests/own-request-page";
import { WRITING_REFUSALS, type WritingRefusal } from "@/components/requests/question-form";
import type { Flash } from "@/lib/http/flash";

/** Returns why what was written was not sent, with what was typed; `about` is the request of a reply. */
export function writingRefusal({ result, typed }: Flash): (WritingRefusal & { about: string | null }) | null {
  const reason = WRITING_REFUSALS.find((known) => known === result.reason);
  if (!reason) return null;
  const { topic = "", text = "" } = typed;
  return { reason, about: result.about ?? null, typed: { topic, text } };
}

/** Returns what was just sent. */
export const writingResult = ({ result }: Flash): WritingResult | null =>
  WRITING_RESULTS.find((known) => known === result.done) ?? null;
