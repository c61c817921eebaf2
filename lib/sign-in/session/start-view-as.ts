import { sqlClient } from "@/db/client";
import { now } from "@/lib/clock";
import { VIEW_AS_MS } from "@/lib/session-lifetime";
import { isUuid } from "@/lib/uuid";
import type { SupplierStaffSession } from "./current-session";

export const LONGEST_REASON = 200;

export type StartedView =
  { ok: true } | { ok: false; reason: "reason_missing" | "reason_too_long" | "not_possible" };

/**
 * Lets this member of staff view the portal as one user of a customer does, for 30 minutes, and writes it with the
 * reason to the customer's journal (decision 42). Nothing can be changed in the view. Refuses without a reason, and
 * (`not_possible`) for a user of another supplier, without access or of a closed account, or during another view.
 */
export async function startViewAs(
  session: SupplierStaffSession,
  view: { userId: string; reason: string },
): Promise<StartedView> {
  const reason = view.reason.trim();
  if (reason === "") return { ok: false, reason: "reason_missing" };
  if (reason.length > LONGEST_REASON) return { ok: false, reason: "reason_too_long" };
  if (!isUuid(view.userId)) return { ok: false, reason: "not_possible" };
  const at = now();
  const until = new Date(at.getTime() + VIEW_AS_MS);
  const [row] = await sqlClient()<{ ok: boolean }[]>`
    select auth_start_view_as(${session.id}, ${view.userId}, ${reason}, ${at}, ${until}) as ok`;
  return row?.ok ? { ok: true } : { ok: false, reason: "not_possible" };
}
