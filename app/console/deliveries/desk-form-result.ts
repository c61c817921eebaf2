import { getTranslations } from "next-intl/server";
import type { Flash } from "@/lib/http/flash";

export const DESK_PATH = "/console/deliveries";

const DONE = ["retried", "address_recorded", "address_applied"] as const;
const REFUSED = ["not_found", "refused_for_good", "too_often"] as const;

/** Returns the result of the form that was sent last from the desk; null when there was none. */
export async function deskFormResult({
  result,
}: Flash): Promise<{ tone: "ok" | "bad"; text: string } | null> {
  const t = await getTranslations("console.deliveries");
  const done = DONE.find((one) => one === result.done);
  if (done) return { tone: "ok", text: t(`done.${done}`, { missed: Number(result.missed ?? 0) }) };
  const refused = REFUSED.find((one) => one === result.reason);
  return refused ? { tone: "bad", text: t(`refused.${refused}`) } : null;
}
