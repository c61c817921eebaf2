import { getLocale } from "next-intl/server";
import { type Answer, say } from "@/lib/actions/answer";
import type { Visitor } from "@/lib/http/visitor";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { requestRecovery } from "@/lib/recovery/request-recovery";
import { recoveringPlace } from "./recovering-place";

/** Requests a recovery link for the typed address and shows the answer on the recovery page. */
export async function answerRecovery(visitor: Visitor, slug: string, email: string): Promise<Answer> {
  const { path, supplier } = await recoveringPlace(slug);
  const { address } = visitor;
  const locale = await getLocale();
  const answer = await requestRecovery({ supplier, email, address, locale, afterResponse: dispatchSoon });
  if (answer !== "neutral") dispatchSoon();
  return say(`${path}/recover`, { answer, email: email.trim().slice(0, 254) });
}
