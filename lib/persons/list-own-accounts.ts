import { cache } from "react";
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
export const listOwnAccounts = cache(async (session: ReaderSession): Promise<OwnAccount[]> => {
  if (session.viewer.kind === "view_as") return [{ ...accountOfSession(session), isAttached: false }];
  const rows = await withViewer(session.viewer, (tx) =>
    tx.execute<OwnAccountRow>(ownAccountRows(session.id, now())),
  );
  return rows
    .flatMap((row) => ownAccount(row, session) ?? [])
    .sort(
      (a, b) =>
        order.compare(a.supplier.name, b.supplier.name) ||
        order.compare(a.supplier.slug, b.supplier.slug) ||
        order.compare(a.companyName, b.companyName) ||
        order.compare(a.customerNumber, b.customerNumber),
    );
});

const order = new Intl.Collator(DEFAULT_LOCALE, { numeric: true });
