import { getTranslations } from "next-intl/server";
import type { Flash } from "@/lib/http/flash";

const DONE = ["answered", "accepted", "declined", "closed", "reopened", "assigned", "passed_on"] as const;
const REFUSED = ["not_found", "already_so", "no_colleague", "no_contact", "too_long", "too_often"] as const;

/**
 * Returns the sentence about the form that was sent last from a request's page: what was done, or why it was refused.
 */
export async function requestFormResult({
  result,
}: Flash): Promise<{ tone: "ok" | "warn" | "bad"; text: string } | null> {
  const t = await getTranslations("console.requests");
  const refused = REFUSED.find((known) => known === result.reason);
  if (refused) return { tone: "bad", text: t(`refused.${refused}`) };
  const done = DONE.find((known) => known === result.done);
  if (!done) return null;
  const text = t(`done.${done}`, { contact: result.contact ?? "" });
  if (done === "assigned" || done === "passed_on") return { tone: "ok", text };
  return result.isNotified === "yes"
    ? { tone: "ok", text: `${text} ${t("told")}` }
    : { tone: "warn", text: `${text} ${t("notTold")}` };
}
