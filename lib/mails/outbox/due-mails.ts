import { and, isNull, lte, or, sql } from "drizzle-orm";
import { mails } from "@/db/schema/mails";

/** A mail that may have arrived under its own key: its try had no clear answer, or its sender process died. */
export const isInDoubt = sql<boolean>`(${mails.state} = 'sending' or ${mails.mayHaveArrivedSince} is not null)`;

/** A mail that must be sent in a separate request. */
export const isAlone = sql<boolean>`(${mails.isSentAlone} or ${isInDoubt})`;

/** A mail that may be claimed now. The states are written out, because they are those of the partial indexes. */
export const isDue = (at: Date) =>
  and(
    sql`${mails.state} in ('queued', 'sending')`,
    isNull(mails.batchId),
    lte(mails.nextTryAt, at),
    or(isNull(mails.leasedUntil), lte(mails.leasedUntil, at)),
  );
