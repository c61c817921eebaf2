import { desc, eq } from "drizzle-orm";
import { accountingBatches } from "@/db/schema/accounting";
import { users } from "@/db/schema/users";
import { userName } from "@/lib/access/user-name";
import { withSearch } from "@/lib/access/with-search";
import type { PlainDate } from "@/lib/dates";
import type { Minor } from "@/lib/money";
import type { CustomerSession } from "@/lib/sign-in/session/current-session";
import { isReady } from "./accounting-settings";
import { type LayoutName, layoutsFor } from "./layouts/layout";
import type { FileFacts } from "./layouts/layout-parts";
import { selectSettings } from "./read-settings";
import { countWaiting, type WaitingInvoices } from "./waiting-invoices";
import { selectWithdrawn, type WithdrawnEntry } from "./withdrawn-entries";

/** A batch in the list. */
export interface ListedBatch {
  id: string;
  number: number;
  currency: string;
  madeAt: Date;
  /** Null for somebody who was erased. */
  madeBy: string | null;
  invoices: number;
  creditNotes: number;
  incomplete: number;
  firstIssuedOn: PlainDate;
  lastIssuedOn: PlainDate;
  totalMinor: Minor;
  layouts: LayoutName[];
  /** Whether the journal or an account is too long for a layout of fixed width. */
  isTooLong: boolean;
}

/** The page « Pour ma comptabilité ». */
export interface AccountingView {
  isReady: boolean;
  /** By currency; empty when every invoice is in a batch. */
  waiting: WaitingInvoices[];
  /** Newest first. */
  batches: ListedBatch[];
  /** Withdrawn after their batch, and not told of yet. */
  withdrawn: WithdrawnEntry[];
}

const NEWEST = 60;

/** The columns of a `ListedBatch`. */
export const BATCH_COLUMNS = {
  id: accountingBatches.id,
  number: accountingBatches.number,
  currency: accountingBatches.currency,
  madeAt: accountingBatches.madeAt,
  madeBy: userName(users),
  invoices: accountingBatches.invoiceCount,
  creditNotes: accountingBatches.creditNoteCount,
  incomplete: accountingBatches.incompleteCount,
  firstIssuedOn: accountingBatches.firstIssuedOn,
  lastIssuedOn: accountingBatches.lastIssuedOn,
  totalMinor: accountingBatches.totalMinor,
  facts: accountingBatches.facts,
};

/** The layouts of a batch. */
export function layoutsOf({ currency, facts }: { currency: string; facts: unknown }) {
  const frozen = facts as FileFacts;
  const layouts = layoutsFor(currency, frozen);
  return {
    layouts,
    isTooLong: layouts.length < layoutsFor(currency, { journal: "", longestAccount: 0 }).length,
  };
}

/** Opens the page: what waits for the next batch, the newest batches, and what was withdrawn after its batch. */
export function openAccounting({ viewer, supplier }: CustomerSession): Promise<AccountingView> {
  return withSearch(viewer, async (tx) => {
    const settings = await selectSettings(tx, viewer);
    const [waiting, batches, withdrawn] = await Promise.all([
      countWaiting(tx, viewer, settings, supplier.timeZone),
      tx
        .select(BATCH_COLUMNS)
        .from(accountingBatches)
        .leftJoin(users, eq(users.id, accountingBatches.madeBy))
        .where(eq(accountingBatches.accountId, viewer.accountId))
        .orderBy(desc(accountingBatches.number))
        .limit(NEWEST),
      selectWithdrawn(tx, viewer, null),
    ]);
    return {
      isReady: isReady(settings),
      waiting,
      batches: batches.map(({ facts, ...batch }) => ({ ...batch, ...layoutsOf({ ...batch, facts }) })),
      withdrawn,
    };
  });
}
