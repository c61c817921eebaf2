import { WRITING_NEWS, type WritingNews } from "@/components/requests/own-request-page";
import { WRITING_REFUSALS, type WritingAnswer } from "@/components/requests/question-form";
import type { Flash } from "@/lib/http/flash";

/** Returns why what was written was not sent, with what was typed; `about` is the request of a reply. */
export function writingAnswer({ result, typed }: Flash): (WritingAnswer & { about: string | null }) | null {
  const reason = WRITING_REFUSALS.find((known) => known === result.reason);
  if (!reason) return null;
  const { topic = "", text = "" } = typed;
  return { reason, about: result.about ?? null, typed: { topic, text } };
}

/** Returns what was just sent. */
export const writingNews = ({ result }: Flash): WritingNews | null =>
  WRITING_NEWS.find((known) => known === result.news) ?? null;
