import { and, eq, isNull, notExists, sql } from "drizzle-orm";
import { retentionRaises } from "@/db/schema/retention-raises";
import { suppliers } from "@/db/schema/suppliers";
import type { Transaction } from "@/db/transaction";

/** The suppliers whose invoices all have the last day that was promised: no raise of the retention is going on. */
export const notBeingRaised = (tx: Transaction) =>
  notExists(
    tx
      .select({ one: sql`1` })
      .from(retentionRaises)
      .where(and(eq(retentionRaises.supplierId, suppliers.id), isNull(retentionRaises.caughtUpAt))),
  );
