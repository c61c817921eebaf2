import { eq, sql } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { now } from "@/lib/clock";
import { DEFAULT_LOCALE } from "@/lib/languages";
import { PER_IDENTIFIER, returnAttempts } from "@/lib/limits/throttle";
import type { NewPasswordFault } from "@/lib/sign-in/password/new-password-faults";
import { changeColleague } from "./change-colleague";
import type { Colleague, ColleagueRefusal } from "./colleague";
import { type FirstAccess, prepareFirstAccess } from "./first-access";
import { type Inviter, inviteUser } from "./invite-user";
import { getColleague } from "./list-colleagues";

export type ResetPassword =
  | { ok: true; colleague: Colleague }
  | { ok: false; reason: ColleagueRefusal | "email_missing" | "too_many" | "busy" | "disabled" }
  | { ok: false; reason: "password"; faults: NewPasswordFault[] };

/**
 * Gives a colleague a new first access (R23): a default password or a mailed link. The old password stops working and
 * all sessions end immediately. Proofs of the person end too (trigger guard_proof), because an administrator who knows
 * the default password must not reach that person's other accounts. Nobody resets their own password here.
 */
export async function resetUserPassword(
  inviter: Inviter,
  id: string,
  access: FirstAccess,
): Promise<ResetPassword> {
  const { viewer } = inviter;
  const colleague = await getColleague(viewer, id);
  if (!colleague) return { ok: false, reason: "not_found" };
  const prepared = await prepareFirstAccess(access, colleague, viewer.accountId, now());
  if (!prepared.ok) return prepared;
  const result = await changeColleague<"disabled" | "email_missing">(viewer, id, async (current, tx, at) => {
    if (current.isMyself) return "yourself";
    if (current.access === "disabled") return "disabled";
    if (access.kind === "invitation") {
      if (current.email === null) return "email_missing";
      const [{ locale } = { locale: DEFAULT_LOCALE }] = await tx
        .select({ locale: users.locale })
        .from(users)
        .where(eq(users.id, id));
      await inviteUser(tx, inviter, { id, identifier: current.identifier, email: current.email, locale }, at);
    }
    return {
      set: { ...prepared.columns, stamp: sql`${users.stamp} + 1` },
      action: "user_password_reset",
      details: { access: access.kind },
    };
  });
  if (result.ok) await returnAttempts(PER_IDENTIFIER, result.colleague.identifier, true);
  return result;
}
