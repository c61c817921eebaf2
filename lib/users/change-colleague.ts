import { and, eq } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { QueryFailed } from "@/lib/access/query-failure";
import { withViewer } from "@/lib/access/with-viewer";
import type { AccessChange } from "@/lib/access-changes";
import { type AuditEvent, recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { takeChange } from "@/lib/limits/throttle";
import { endShares } from "@/lib/links/shares/end-shares";
import { checkFreshProof, type StaleProof } from "@/lib/sign-in/fresh-proof";
import { isUuid } from "@/lib/uuid";
import type { ActingAdministrator } from "./acting-administrator";
import type { Colleague, ColleagueRefusal } from "./colleague";
import { selectColleagues } from "./list-colleagues";
import { type NotifiedAccessChange, queueAccessNotices } from "./queue-access-notices";

/** The columns to write for a change, and its journal entry. */
interface ColleagueChange {
  set: PgUpdateSetSource<typeof users>;
  action: AuditEvent["action"];
  details?: Record<string, unknown>;
  /** How the change gives access. Such a change needs fresh proof, and mails notify the people concerned. */
  givenAccess?: AccessChange;
  isUserToldByOtherMail?: NotifiedAccessChange["isUserToldByOtherMail"];
}

export type ChangedColleague<Refusal extends string = never> =
  { ok: true; colleague: Colleague } | { ok: false; reason: ColleagueRefusal | Refusal } | StaleProof;

type Decision<Refusal> =
  | ColleagueChange
  | ColleagueRefusal
  | Refusal
  | null
  | Promise<ColleagueChange | ColleagueRefusal | Refusal | null>;

/** The code of the check that an account keeps an active administrator. */
const CHECK_VIOLATION = "23514";

/**
 * Changes one user of the administrator's account while holding its lock, and writes the journal entry. `decide` gets
 * the current user and returns the columns to write, a refusal, or null when nothing changes. The database checks at
 * commit that the account keeps an administrator. A change that gives access needs fresh proof, and is told by mail to
 * the addresses recorded before it.
 */
export async function changeColleague<Refusal extends string = never>(
  administrator: ActingAdministrator,
  id: string,
  decide: (colleague: Colleague, tx: Transaction, at: Date) => Decision<NoInfer<Refusal>>,
): Promise<ChangedColleague<Refusal>> {
  const { viewer } = administrator;
  if (!isUuid(id)) return { ok: false, reason: "not_found" };
  if ((await takeChange(viewer.userId, now())) > 0) return { ok: false, reason: "too_often" };
  const proof = await checkFreshProof({ id: administrator.sessionId });
  try {
    return await withViewer(viewer, async (tx): Promise<ChangedColleague<Refusal>> => {
      const at = now();
      const ofAccount = and(eq(users.id, id), eq(users.accountId, viewer.accountId));
      await tx.select({ id: users.id }).from(users).where(ofAccount).for("update");
      const [colleague] = await selectColleagues(tx, viewer, eq(users.id, id));
      if (!colleague) return { ok: false, reason: "not_found" };
      const change = await decide(colleague, tx, at);
      if (change === null) return { ok: true, colleague };
      if (typeof change === "string") return { ok: false, reason: change };
      const { givenAccess, isUserToldByOtherMail } = change;
      if (givenAccess) {
        if (!proof.ok) return proof;
        await queueAccessNotices(tx, administrator, {
          ...{ change: givenAccess, affectedUser: colleague, at },
          ...(isUserToldByOtherMail && { isUserToldByOtherMail }),
        });
      }
      await tx.update(users).set(change.set).where(ofAccount);
      if (change.set.status === "disabled") await endShares(tx, viewer, [id], at);
      await recordAudit(tx, viewer, {
        action: change.action,
        subjectId: id,
        supplierId: viewer.supplierId,
        at,
        details: { identifier: colleague.identifier, ...change.details },
      });
      return { ok: true, colleague };
    });
  } catch (error) {
    if (error instanceof QueryFailed && error.code === CHECK_VIOLATION)
      return { ok: false, reason: "last_administrator" };
    throw error;
  }
}
