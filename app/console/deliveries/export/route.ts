import { getLocale, getTranslations } from "next-intl/server";
import { now } from "@/lib/clock";
import { BYTE_ORDER_MARK, csvLine, csvText } from "@/lib/csv-text";
import { formatInstant, todayIn } from "@/lib/dates";
import { type DeskFilter, readDeskFilter } from "@/lib/desk/desk-filter";
import { listSentMails } from "@/lib/desk/list-sent-mails";
import { listTroubled } from "@/lib/desk/list-troubled";
import { tooManyExports } from "@/lib/exports/too-many-exports";
import { answer } from "@/lib/http/answer";
import { contentDisposition } from "@/lib/http/content-disposition";
import { generatorSource, leasedBody } from "@/lib/http/leased-body";
import { takeTurn } from "@/lib/limits/take-turn";
import { currentSupplierStaff } from "@/lib/sign-in/session/current-session";
import { resumeSession } from "@/lib/sign-in/session/session";
import { sessionOwners } from "@/lib/sign-in/session/session-owners";
import type { TimeCursor } from "@/lib/time-cursor";

const PAGE_SIZE = 500;

/**
 * Sends the desk, with the filter of the page, or all mails of the last 30 days (`?list=all`) as CSV, one page of the
 * database at a time. Who may not see it is redirected to the page.
 */
export const GET = answer(async (request: Request) => {
  const session = await currentSupplierStaff();
  if (!session) return new Response(null, { status: 303, headers: { location: "/console/deliveries" } });
  const { id: sessionId, viewer, supplier } = session;
  const search = Object.fromEntries(new URL(request.url).searchParams);
  const [locale, t, words] = await Promise.all([
    getLocale(),
    getTranslations("console.deliveries"),
    getTranslations("recentMails"),
  ]);
  const turn = await takeTurn("exports", { owners: sessionOwners(session) });
  if (!turn) return tooManyExports();
  const written = (at: Date) => formatInstant(at, locale, supplier.timeZone);

  async function* desk(): AsyncGenerator<string> {
    const columns = [t("person"), t("address"), t("columns.number"), t("company"), t("columns.cause")];
    yield csvLine([...columns, t("columns.since"), t("missed"), t("what")].map(csvText));
    let filter: DeskFilter = { ...readDeskFilter(search), after: null };
    do {
      const page: Awaited<ReturnType<typeof listTroubled>> = await listTroubled(viewer, filter, PAGE_SIZE);
      for (const one of page.people)
        yield csvLine([
          ...[one.person, one.email, one.customerNumber, one.companyName, t(`cause.${one.cause}`)].map(
            csvText,
          ),
          csvText(written(one.since)),
          String(one.missed),
          csvText(one.isNotified ? t(`remedy.${one.cause}`) : t("forUser")),
        ]);
      filter = { ...filter, after: page.next };
    } while (filter.after);
  }

  async function* mails(): AsyncGenerator<string> {
    const columns = [t("time"), t("recipient"), t("columns.number"), t("company"), t("subject"), t("status")];
    yield csvLine(columns.map(csvText));
    let after: TimeCursor | null = null;
    do {
      const page: Awaited<ReturnType<typeof listSentMails>> = await listSentMails(viewer, after, PAGE_SIZE);
      for (const mail of page.mails)
        yield csvLine(
          [
            ...[written(mail.at), mail.recipient, mail.customerNumber ?? "", mail.companyName ?? ""],
            words(`kinds.${mail.kind}`),
            mail.isForwardRefused ? t("forwardRefused") : words(`statuses.${mail.status}`),
          ].map(csvText),
        );
      after = page.older;
    } while (after);
  }

  const isMails = search.list === "all";
  async function* lines(): AsyncGenerator<Uint8Array, void, void> {
    const encoder = new TextEncoder();
    yield encoder.encode(BYTE_ORDER_MARK);
    let count = 0;
    for await (const line of isMails ? mails() : desk()) {
      count += 1;
      // Who loses access while the file is being sent gets no more of it.
      if (count % PAGE_SIZE === 0) {
        const current = await resumeSession(sessionId);
        if (current?.viewer.kind !== viewer.kind) throw new Error("Access ended.");
      }
      yield encoder.encode(line);
    }
  }
  const name = `${isMails ? "mails" : "acheminements"}-${todayIn(supplier.timeZone, now().getTime())}.csv`;
  return new Response(leasedBody(generatorSource(lines()), turn).stream, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": contentDisposition("attachment", name),
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
});
