import { getLocale, getTranslations } from "next-intl/server";
import { accountCells, accountHeadings } from "@/app/console/accounts/export/account-cells";
import type { StaffUser } from "@/lib/access/viewer";
import { unusedActivationBefore } from "@/lib/accounts/lists/account-list";
import { type AccountQuery, accountsPath, readAccountQuery } from "@/lib/accounts/lists/account-query";
import { exportAccounts } from "@/lib/accounts/lists/export-accounts";
import { now } from "@/lib/clock";
import { csvResponse } from "@/lib/exports/csv-response";
import { answer } from "@/lib/http/answer";
import { currentSupplierStaff } from "@/lib/sign-in/session/current-session";

/** Sends the accounts of a list or search as CSV. A user without access is redirected to the page. */
export const GET = answer(async (request: Request) => {
  const query = readAccountQuery(Object.fromEntries(new URL(request.url).searchParams));
  const session = await currentSupplierStaff();
  if (!session) return new Response(null, { status: 303, headers: { location: accountsPath(query) } });
  const { viewer, supplier } = session;
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.accounts")]);
  const context = {
    list: query.list,
    locale,
    timeZone: supplier.timeZone,
    unusedActivationBefore: unusedActivationBefore(now()),
    t,
  };
  return csvResponse(session, {
    name: query.list === null ? "clients" : `clients-${query.list}`,
    headings: accountHeadings(t),
    pages: pagesOf(viewer, query, context),
  });
});

async function* pagesOf(
  viewer: StaffUser,
  query: AccountQuery,
  context: Parameters<typeof accountCells>[1],
): AsyncGenerator<string[][]> {
  for await (const page of exportAccounts(viewer, query)) yield page.map((row) => accountCells(row, context));
}
