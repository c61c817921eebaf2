import { WRITING_RESULTS, type WritingResult } from "@/components/requests/own-request-page";
import { WRITING_REFUSALS, type WritingRefusal } from "@/components/requests/question-form";
import type { Flash } from "@/lib/http/flash";

/** Returns why a message was not sent, with the typed entries; `about` is the request of a reply. */
export function writingRefusal({ result, typed }: Flash): (WritingRefusal & { about: string | null }) | null {
  const reason = WRITING_REFUSALS.find((known) => known === result.reason);
  if (!reason) return null;
  const { topic = "", text = "", contract = "", vehicle = "" } = typed;
  return { reason, about: result.about ?? null, typed: { topic, text, contract, vehicle } };
}

/** Returns the result of the last form: what was sent or closed. */
export const writingResult = ({ result }: Flash): WritingResult | null =>
  WRITING_RESULTS.find((known) => known === result.done) ?? null;
