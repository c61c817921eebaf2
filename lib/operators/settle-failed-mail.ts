import { sql } from "drizzle-orm";
import { isUuid } from "@/lib/uuid";
import { type ActingOperator, asOperator, type OperatorRefusal } from "./acting-operator";
import type { MailChoice } from "./mail-choices";

export type SettledMail =
  | { ok: true }
  | { ok: false; reason: /** Somebody has settled it already, or a new try cannot help. */ "settled" };

/**
 * Tries a mail again that was not sent, or gives it up for good. The same for one that may have been sent: its reader may
 * then get a second copy, unless the provider still knows its key. Needs fresh proof.
 */
export async function settleFailedMail(
  operator: Exclude<ActingOperator, "command_line">,
  mailId: string,
  wanted: MailChoice,
): Promise<SettledMail | OperatorRefusal> {
  if (!isUuid(mailId)) return { ok: false, reason: "settled" };
  return asOperator(operator, async (tx, _viewer, at): Promise<SettledMail> => {
    const [row] = await tx.execute<{ kind: string | null }>(
      sql`select auth_settle_failed_mail(${mailId}, ${wanted}, ${at.toISOString()}) as kind`,
    );
    return row?.kind ? { ok: true } : { ok: false, reason: "settled" };
  });
}
