import { getLocale, getTranslations } from "next-intl/server";
import { listJournal } from "@/lib/audit/list-journal";
import { csvText } from "@/lib/csv-text";
import { formatInstant } from "@/lib/dates";
import { csvResponse } from "@/lib/exports/csv-response";
import { answer } from "@/lib/http/answer";
import {
  currentSession,
  isAdministratorSession,
  isCustomerSession,
} from "@/lib/sign-in/session/current-session";
import type { TimeCursor } from "@/lib/time-cursor";
import { journalRow } from "../journal-row";

const PAGE_SIZE = 500;

/** Sends the whole journal as CSV. Users without access are redirected to the journal page. */
export const GET = answer(async () => {
  const session = await currentSession();
  if (
    !session ||
    session.mustChangePassword ||
    !isCustomerSession(session) ||
    !isAdministratorSession(session)
  )
    return new Response(null, { status: 303, headers: { location: "/admin/journal" } });
  const { viewer, supplier } = session;
  const [locale, t] = await Promise.all([getLocale(), getTranslations("admin.journal")]);

  async function* pages(): AsyncGenerator<string[][]> {
    let after: TimeCursor | null = null;
    do {
      const page: Awaited<ReturnType<typeof listJournal>> = await listJournal(viewer, after, PAGE_SIZE);
      yield page.entries.map((entry) => {
        const { at, who, name, what } = journalRow(entry, t);
        return [formatInstant(at, locale, supplier.timeZone), who, name, what].map(csvText);
      });
      after = page.older;
    } while (after);
  }

  return csvResponse(session, {
    name: "journal",
    headings: [t("date"), t("who"), t("name"), t("what")],
    pages: pages(),
  });
});
