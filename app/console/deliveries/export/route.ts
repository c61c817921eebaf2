import { getLocale, getTranslations } from "next-intl/server";
import { csvText } from "@/lib/csv-text";
import { formatInstant } from "@/lib/dates";
import { type DeskFilter, readDeskFilter } from "@/lib/desk/desk-filter";
import { listDeliveryProblems } from "@/lib/desk/list-delivery-problems";
import { listSentMails } from "@/lib/desk/list-sent-mails";
import { csvResponse } from "@/lib/exports/csv-response";
import { answer } from "@/lib/http/answer";
import { currentSupplierStaff } from "@/lib/sign-in/session/current-session";
import type { TimeCursor } from "@/lib/time-cursor";

const PAGE_SIZE = 500;

/**
 * Sends the desk, with the filter of the page, or all mails of the last 30 days (`?list=all`) as CSV. A user without
 * access is redirected to the page.
 */
export const GET = answer(async (request: Request) => {
  const session = await currentSupplierStaff();
  if (!session) return new Response(null, { status: 303, headers: { location: "/console/deliveries" } });
  const { viewer, supplier } = session;
  const search = Object.fromEntries(new URL(request.url).searchParams);
  const [locale, t, words] = await Promise.all([
    getLocale(),
    getTranslations("console.deliveries"),
    getTranslations("recentMails"),
  ]);
  const dateTime = (at: Date) => formatInstant(at, locale, supplier.timeZone);

  async function* desk(): AsyncGenerator<string[][]> {
    let filter: DeskFilter = { ...readDeskFilter(search), after: null };
    do {
      const page: Awaited<ReturnType<typeof listDeliveryProblems>> = await listDeliveryProblems(
        viewer,
        filter,
        PAGE_SIZE,
      );
      yield page.people.map((one) => [
        ...[one.person, one.email, one.customerNumber, one.companyName, t(`cause.${one.cause}`)].map(csvText),
        csvText(dateTime(one.since)),
        String(one.missed),
        csvText(one.isNotified ? t(`remedy.${one.cause}`) : t("forUser")),
      ]);
      filter = { ...filter, after: page.next };
    } while (filter.after);
  }

  async function* mails(): AsyncGenerator<string[][]> {
    let after: TimeCursor | null = null;
    do {
      const page: Awaited<ReturnType<typeof listSentMails>> = await listSentMails(viewer, after, PAGE_SIZE);
      yield page.mails.map((mail) =>
        [
          ...[dateTime(mail.at), mail.recipient, mail.customerNumber ?? "", mail.companyName ?? ""],
          words(`kinds.${mail.kind}`),
          mail.isForwardRefused ? t("forwardRefused") : words(`statuses.${mail.status}`),
        ].map(csvText),
      );
      after = page.older;
    } while (after);
  }

  if (search.list === "all")
    return csvResponse(session, {
      name: "mails",
      headings: [t("time"), t("recipient"), t("columns.number"), t("company"), t("subject"), t("status")],
      pages: mails(),
    });
  const who = [t("person"), t("address"), t("columns.number"), t("company")];
  return csvResponse(session, {
    name: "acheminements",
    headings: [...who, t("columns.cause"), t("columns.since"), t("missed"), t("what")],
    pages: desk(),
  });
});
