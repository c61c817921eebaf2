import { mails } from "@/db/schema/mails";
import { withViewer } from "@/lib/auth/with-viewer";
import { cancelStoppedMails } from "@/lib/deliveries/cancel-stopped-mails";
import { and, asc, inArray, isNull, lte, or, sql } from "drizzle-orm";
import type { MailKind, QueuedProps } from "./mail-kinds";

const LEASE_MS = 2 * 60_000;

/** A mail that this process, and for the time of its lease nobody else, tries to send. */
export interface ClaimedMail {
  id: string;
  kind: MailKind;
  supplierId: string;
  accountId: string | null;
  recipient: string;
  locale: "fr" | "en";
  props: QueuedProps[MailKind];
  /** This try included. */
  tries: number;
  createdAt: Date;
  /** When the first try began whose end nobody knows: the provider may have the mail since. Null when there is none. */
  mayHaveArrivedSince: Date | null;
}

/**
 * Claims up to `limit` due mails, oldest first; others skip them until the lease ends. Safe side by side. Mails that
 * must not go out any more are cancelled instead; none claimed means none is due.
 */
export async function claimMails(limit: number, at: Date): Promise<ClaimedMail[]> {
  const { found, claimed } = await withViewer({ kind: "job" }, async (tx) => {
    const due = tx
      .select({ id: mails.id })
      .from(mails)
      .where(
        and(
          inArray(mails.state, ["queued", "sending"]),
          lte(mails.nextTryAt, at),
          or(isNull(mails.leasedUntil), lte(mails.leasedUntil, at)),
        ),
      )
      .orderBy(asc(mails.nextTryAt))
      .limit(limit)
      .for("update", { skipLocked: true });
    const found = await tx
      .update(mails)
      .set({
        state: "sending",
        tries: sql`${mails.tries} + 1`,
        leasedUntil: new Date(at.getTime() + LEASE_MS),
        // Still "sending" after its lease: the process that tried it died, and may have sent it.
        mayHaveArrivedSince: sql`coalesce(${mails.mayHaveArrivedSince},
          case ${mails.state} when 'sending' then ${mails.leasedUntil} - ${LEASE_MS / 1000} * interval '1 second' end)`,
      })
      .where(inArray(mails.id, due))
      .returning({
        id: mails.id,
        kind: mails.kind,
        supplierId: mails.supplierId,
        accountId: mails.accountId,
        subjectId: mails.subjectId,
        recipient: mails.recipient,
        locale: mails.locale,
        props: mails.props,
        tries: mails.tries,
        createdAt: mails.createdAt,
        mayHaveArrivedSince: mails.mayHaveArrivedSince,
      });
    const stopped = await cancelStoppedMails(tx, found, at);
    return { found: found.length, claimed: found.filter(({ id }) => !stopped.has(id)) };
  });
  if (claimed.length === 0 && found > 0) return claimMails(limit, at);
  return claimed as unknown as ClaimedMail[];
}
