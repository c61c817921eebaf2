import type { AnyColumn } from "drizzle-orm";
import { sql } from "drizzle-orm";
import { mails } from "@/db/schema/mails";
import { MINUTE_MS } from "@/lib/durations";
import { findMailKind } from "@/lib/mails/kinds/mail-kinds";
import type { ClaimedMail } from "./shipment";

/** How long a process keeps the mails that it claimed: longer than any request to the mail provider takes. */
const LEASE_MS = 2 * MINUTE_MS;

export const leaseEnd = (at: Date) => new Date(at.getTime() + LEASE_MS);

/** Returns the time at which an ended lease began. */
export const leaseStart = (leasedUntil: AnyColumn) =>
  sql`${leasedUntil} - ${LEASE_MS / 1000} * interval '1 second'`;

/** The columns of a mail's row that are needed to send it. */
export const shipmentColumns = {
  id: mails.id,
  kind: mails.kind,
  supplierId: mails.supplierId,
  accountId: mails.accountId,
  recipient: mails.recipient,
  locale: mails.locale,
  props: mails.props,
  tries: mails.tries,
  createdAt: mails.createdAt,
  sendableSince: mails.sendableSince,
};

type Row = Pick<typeof mails.$inferSelect, keyof typeof shipmentColumns>;

/** Converts rows to mails, ordered by id, so that a repeated request has the same order. */
export function claimedMails(rows: readonly Row[]): ClaimedMail[] {
  return [...rows].sort((a, b) => (a.id < b.id ? -1 : 1)).map(claimedMail);
}

function claimedMail(row: Row): ClaimedMail {
  const { id, kind, supplierId, accountId, recipient, locale, tries, createdAt } = row;
  const sendableSince = row.sendableSince ?? createdAt;
  const content = findMailKind(kind)?.read(row.props) ?? null;
  return { id, kind, supplierId, accountId, recipient, locale, content, tries, createdAt, sendableSince };
}
