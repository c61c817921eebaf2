import { now } from "@/lib/clock";
import { type PlainDate, todayIn } from "@/lib/dates";
import { searchParam, type SearchParams } from "@/lib/http/search-params";
import { accountsInScope, type ScopedAccount } from "@/lib/persons/accounts-in-scope";
import { queryPerAccount } from "@/lib/persons/query-per-account";
import { readScope } from "@/lib/persons/scope";
import { addUpExpiringInvoices, type ExpiringInvoices } from "@/lib/retention/open-expiring-invoices";
import type { ReaderSession } from "@/lib/sign-in/session/current-session";
import { type AccountYear, readYear } from "./read-year";

/** The year of one account. */
export interface CompanyYear extends Pick<AccountYear, "months" | "gaps" | "announced"> {
  account: ScopedAccount;
  /** The current day in the supplier's time zone. */
  today: PlainDate;
}

/** « Archivage »: one year of issue dates, of one company or of all. */
export interface Archive {
  year: number;
  /** All years with present or removed invoices in any account, and the current year; latest first. */
  years: number[];
  /** In the order of the accounts. */
  companies: CompanyYear[];
  /** The warning about invoices that will soon be removed, over all these accounts. */
  expiring: ExpiringInvoices | null;
}

/**
 * Opens the year and scope of the URL; the current year if that one has no invoices. Each account is queried as its
 * own user, in one transaction.
 */
export async function openArchive(session: ReaderSession, params: SearchParams): Promise<Archive> {
  const requestedYear = Number(searchParam(params, "year"));
  const at = now().getTime();
  const scope = readScope(params);
  const accounts = await accountsInScope(session, scope);
  const opened = await queryPerAccount(
    accounts,
    async (tx, account) => {
      const today = todayIn(account.supplier.timeZone, at);
      return { account, today, ...(await readYear(tx, account.viewer, { today, requestedYear })) };
    },
    { readsAllInvoices: true },
  );
  const thisYear = Number(todayIn(session.supplier.timeZone, at).slice(0, 4));
  const year = opened.some((one) => one.year === requestedYear) ? requestedYear : thisYear;
  return {
    year,
    years: [...new Set([thisYear, ...opened.flatMap(({ years }) => years)])].sort((a, b) => b - a),
    companies: opened.map(({ account, today, ...read }) =>
      // An account that read another year has no invoices in this one.
      read.year === year
        ? { account, today, months: read.months, gaps: read.gaps, announced: read.announced }
        : { account, today, months: [], gaps: [], announced: [] },
    ),
    expiring: addUpExpiringInvoices(
      opened.map(({ expiring }) => expiring),
      scope,
    ),
  };
}
