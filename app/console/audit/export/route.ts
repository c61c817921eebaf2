import { getLocale } from "next-intl/server";
import { auditWords, journalWords } from "@/components/console/audit/audit-words";
import { type AuditFilter, readAuditFilter } from "@/lib/audit/audit-filter";
import { listSupplierJournal } from "@/lib/audit/list-supplier-journal";
import { now } from "@/lib/clock";
import { csvText } from "@/lib/csv-text";
import { formatInstant, todayIn } from "@/lib/dates";
import { csvResponse } from "@/lib/exports/csv-response";
import { answer } from "@/lib/http/answer";
import { notFound } from "@/lib/http/problem";
import { answerSupplierStaff } from "@/lib/sign-in/session/answer-supplier-staff";
import { currentSession, isSupplierManagerSession } from "@/lib/sign-in/session/current-session";

const PAGE_SIZE = 500;

/** Sends the supplier's journal, with the filter of the page, as CSV. */
export const GET = answer(async (request: Request) =>
  answerSupplierStaff(await currentSession(), async (session) => {
    if (!isSupplierManagerSession(session)) return notFound();
    const { viewer, supplier } = session;
    const { timeZone } = supplier;
    const search = Object.fromEntries(new URL(request.url).searchParams);
    const [locale, words] = await Promise.all([getLocale(), journalWords()]);
    const { audit } = words;

    async function* pages(): AsyncGenerator<string[][]> {
      let filter: AuditFilter = readAuditFilter(search, todayIn(timeZone, now().getTime()));
      do {
        const page: Awaited<ReturnType<typeof listSupplierJournal>> = await listSupplierJournal(
          viewer,
          filter,
          timeZone,
          PAGE_SIZE,
        );
        yield page.entries.map((entry) => {
          const { who, name, what, details } = auditWords(entry, words);
          const { customer } = entry;
          const cells = [who, name, what, details, customer?.customerNumber ?? "", customer?.name ?? ""];
          return [formatInstant(entry.at, locale, timeZone), ...cells].map(csvText);
        });
        filter = { ...filter, after: page.older };
      } while (filter.after);
    }

    return csvResponse(session, {
      name: "journal",
      headings: [
        ...[audit("when"), audit("who"), audit("name"), audit("what")],
        ...[audit("details"), audit("customerNumber"), audit("customer")],
      ],
      pages: pages(),
    });
  }),
);
