import { getLocale, getTranslations } from "next-intl/server";
import { accountCells, accountHeads } from "@/app/console/accounts/export/account-cells";
import { accountsPath, readAccountQuery } from "@/lib/accounts/lists/account-query";
import { exportAccounts } from "@/lib/accounts/lists/export-accounts";
import { now } from "@/lib/clock";
import { BYTE_ORDER_MARK, csvLine, csvText } from "@/lib/csv-text";
import { todayIn } from "@/lib/dates";
import { tooManyExports } from "@/lib/exports/too-many-exports";
import { answer } from "@/lib/http/answer";
import { contentDisposition } from "@/lib/http/content-disposition";
import { generatorSource, leasedBody } from "@/lib/http/leased-body";
import { takeTurn } from "@/lib/limits/take-turn";
import { currentSession, isSupplierStaffSession } from "@/lib/sign-in/session/current-session";
import { resumeSession } from "@/lib/sign-in/session/session";
import { sessionOwners } from "@/lib/sign-in/session/session-owners";

/**
 * Sends the accounts of a list or search as CSV, some hundred at a time. Who has no access is redirected to the page.
 */
export const GET = answer(async (request: Request) => {
  const query = readAccountQuery(Object.fromEntries(new URL(request.url).searchParams));
  const session = await currentSession();
  if (!session || session.mustChangePassword || !isSupplierStaffSession(session))
    return new Response(null, { status: 303, headers: { location: accountsPath(query) } });
  const { id: sessionId, viewer, supplier } = session;
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.accounts")]);
  const turn = await takeTurn("exports", { owners: sessionOwners(session) });
  if (!turn) return tooManyExports();
  const encoder = new TextEncoder();
  async function* lines(): AsyncGenerator<Uint8Array, void, void> {
    yield encoder.encode(BYTE_ORDER_MARK + csvLine(accountHeads(t).map(csvText)));
    for await (const page of exportAccounts(viewer, query)) {
      const current = await resumeSession(sessionId);
      if (!current || current.viewer.kind !== viewer.kind) throw new Error("Access ended.");
      const cells = page.map((row) =>
        accountCells(row, { list: query.list, locale, timeZone: supplier.timeZone, t }),
      );
      yield encoder.encode(cells.map(csvLine).join(""));
    }
  }
  const name = `clients${query.list === null ? "" : `-${query.list}`}-${todayIn(supplier.timeZone, now().getTime())}.csv`;
  return new Response(leasedBody(generatorSource(lines()), turn).stream, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": contentDisposition("attachment", name),
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
});
