import { and, eq, inArray, or, sql } from "drizzle-orm";
import { newestFirst } from "@/db/newest-first";
import { deliveries, mails } from "@/db/schema/mails";
import type { AccountReader } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import {
  knownKind,
  LISTED_FOR_ACCOUNT,
  LISTED_FOR_ADMINISTRATORS,
  type MailKind,
} from "@/lib/mails/kinds/mail-kinds";
import { TRACE_COLUMNS, type TracedMail, tracedMail } from "./mail-trace";

const MAX_MAILS = 20;

export interface RecentMail extends TracedMail {
  id: string;
  /** `other`: a kind that this version of the portal no longer sends. */
  kind: MailKind | "other";
  /** The document of a notification. */
  document: { type: "invoice" | "credit_note"; number: string } | null;
  /** The day of a digest, and the number of its documents. */
  digest: { day: string; count: number } | null;
}

/**
 * Lists the 20 newest mails of the viewer's account with their delivery state, newest first: mails of kinds listed
 * for the account or its administrators, and mails sent to the viewer personally. Nobody sees a colleague's mails
 * about passwords.
 */
export async function listRecentMails(viewer: AccountReader): Promise<RecentMail[]> {
  const rows = await withViewer(viewer, (tx) =>
    tx
      .select({
        id: mails.id,
        kind: mails.kind,
        number: sql<string | null>`${mails.props} -> 'document' ->> 'number'`,
        type: sql<"invoice" | "credit_note" | null>`${mails.props} -> 'document' ->> 'type'`,
        day: sql<string | null>`${mails.props} ->> 'day'`,
        count: sql<number>`case jsonb_typeof(${mails.props} -> 'documents')
          when 'array' then jsonb_array_length(${mails.props} -> 'documents') else 0 end`,
        ...TRACE_COLUMNS,
      })
      .from(mails)
      .leftJoin(deliveries, eq(deliveries.mailId, mails.id))
      .where(
        and(
          eq(mails.accountId, viewer.accountId),
          or(
            eq(mails.userId, viewer.userId),
            inArray(
              mails.kind,
              viewer.kind === "administrator" ? LISTED_FOR_ADMINISTRATORS : LISTED_FOR_ACCOUNT,
            ),
          ),
        ),
      )
      .orderBy(newestFirst(mails.createdAt), newestFirst(mails.id))
      .limit(MAX_MAILS),
  );
  return rows.map(({ id, kind, number, type, day, count, ...trace }) => ({
    id,
    kind: knownKind(kind) ?? "other",
    document: number !== null && type !== null ? { type, number } : null,
    digest: day === null ? null : { day, count },
    ...tracedMail(trace),
  }));
}
