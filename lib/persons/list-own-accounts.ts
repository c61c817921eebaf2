import { cache } from "react";
import type { Transaction } from "@/db/transaction";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { DEFAULT_LOCALE } from "@/lib/languages";
import type { ReaderSession } from "@/lib/sign-in/session/current-session";
import {
  accountOfSession,
  type OwnAccount,
  ownAccount,
  type OwnAccountRow,
  ownAccountRows,
} from "./own-account";

/**
 * All accounts that the person of this session may open, the current one included, sorted by supplier and company:
 * accounts with the same proven address, and accounts of attached identifiers (decision 18). Read
 * once for each request, never kept longer. Empty when the session has ended. Staff viewing as a user sees one account.
 */
export const listOwnAccounts = cache((session: ReaderSession): Promise<OwnAccount[]> =>
  session.viewer.kind === "view_as"
    ? Promise.resolve(accountOfView(session))
    : withViewer(session.viewer, (tx) => readOwnAccounts(tx, session)),
);

/** Reads them like `listOwnAccounts`, within a transaction. */
export async function readOwnAccounts(tx: Transaction, session: ReaderSession): Promise<OwnAccount[]> {
  if (session.viewer.kind === "view_as") return accountOfView(session);
  const rows = await tx.execute<OwnAccountRow>(ownAccountRows(session.id, now()));
  return rows
    .flatMap((row) => ownAccount(row, session) ?? [])
    .sort(
      (a, b) =>
        order.compare(a.supplier.name, b.supplier.name) ||
        order.compare(a.supplier.slug, b.supplier.slug) ||
        order.compare(a.companyName, b.companyName) ||
        order.compare(a.customerNumber, b.customerNumber),
    );
}

const accountOfView = (session: ReaderSession): OwnAccount[] => [
  { ...accountOfSession(session), isAttached: false },
];

const order = new Intl.Collator(DEFAULT_LOCALE, { numeric: true });
