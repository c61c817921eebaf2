import { eq, sql } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { now } from "@/lib/clock";
import { DEFAULT_LOCALE } from "@/lib/languages";
import { PER_IDENTIFIER, returnAttempts } from "@/lib/limits/throttle";
import { checkFreshProof, type StaleProof } from "@/lib/sign-in/fresh-proof";
import type { NewPasswordFault } from "@/lib/sign-in/password/new-password-faults";
import type { ActingAdministrator } from "./acting-administrator";
import { changeColleague } from "./change-colleague";
import type { Colleague, ColleagueRefusal } from "./colleague";
import { type FirstAccess, prepareFirstAccess } from "./first-access";
import { inviteUser } from "./invite-user";
import { getColleague } from "./list-colleagues";

export type ResetPassword =
  | { ok: true; colleague: Colleague }
  | { ok: false; reason: ColleagueRefusal | "email_missing" | "too_many" | "busy" | "disabled" }
  | { ok: false; reason: "password"; faults: NewPasswordFault[] }
  | StaleProof;

/**
 * Gives a colleague a new first access (R23): a default password or a mailed link. The old password stops working and
 * all sessions end immediately. Proofs of the person end too (trigger guard_proof), because an administrator who knows
 * the default password must not reach that person's other accounts. Nobody resets their own password here. Needs fresh
 * proof. The administrators and the colleague are told by mail.
 */
export async function resetUserPassword(
  administrator: ActingAdministrator,
  id: string,
  access: FirstAccess,
): Promise<ResetPassword> {
  const { viewer } = administrator;
  const colleague = await getColleague(viewer, id);
  if (!colleague) return { ok: false, reason: "not_found" };
  const proof = await checkFreshProof({ id: administrator.sessionId });
  if (!proof.ok) return proof;
  const prepared = await prepareFirstAccess(access, colleague, viewer.accountId, now());
  if (!prepared.ok) return prepared;
  const result = await changeColleague<"disabled" | "email_missing">(
    administrator,
    id,
    async (current, tx, at) => {
      if (current.isMyself) return "yourself";
      if (current.access === "disabled") return "disabled";
      if (access.kind === "invitation") {
        if (current.email === null) return "email_missing";
        const [{ locale } = { locale: DEFAULT_LOCALE }] = await tx
          .select({ locale: users.locale })
          .from(users)
          .where(eq(users.id, id));
        await inviteUser(
          tx,
          administrator,
          { id, identifier: current.identifier, email: current.email, locale },
          at,
        );
      }
      return {
        set: { ...prepared.columns, stamp: sql`${users.stamp} + 1` },
        action: "user_password_reset",
        details: { access: access.kind },
        givenAccess: "access_given",
        isUserToldByOtherMail: access.kind === "invitation",
      };
    },
  );
  if (result.ok) await returnAttempts(PER_IDENTIFIER, result.colleague.identifier, true);
  return result;
}
