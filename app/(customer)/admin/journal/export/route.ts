import { getLocale, getTranslations } from "next-intl/server";
import { type JournalCursor, listJournal } from "@/lib/audit/list-journal";
import { now } from "@/lib/clock";
import { BYTE_ORDER_MARK, csvLine, csvText } from "@/lib/csv-text";
import { formatInstant, todayIn } from "@/lib/dates";
import { answer } from "@/lib/http/answer";
import { contentDisposition } from "@/lib/http/content-disposition";
import {
  currentSession,
  isAdministratorSession,
  isCustomerSession,
} from "@/lib/sign-in/session/current-session";
import { resumeSession } from "@/lib/sign-in/session/session";
import { journalRow } from "../journal-row";

const PAGE_SIZE = 500;

/**
 * Sends the whole journal as CSV, one database page at a time. Users without access are redirected to the journal page.
 */
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
  const { timeZone } = supplier;
  const encoder = new TextEncoder();
  let after: JournalCursor | null = null;
  let isStarted = false;
  const lines = new ReadableStream<Uint8Array>({
    async pull(stream) {
      if (!isStarted) {
        isStarted = true;
        const heads = [t("date"), t("who"), t("name"), t("what")].map(csvText);
        stream.enqueue(encoder.encode(BYTE_ORDER_MARK + csvLine(heads)));
        return;
      }
      const current = await resumeSession(session.id);
      if (current?.viewer.kind !== "administrator") return stream.error(new Error("Access ended."));
      const { entries, older } = await listJournal(viewer, after, PAGE_SIZE);
      const written = entries.map((entry) => {
        const { at, who, name, what } = journalRow(entry, t);
        return csvLine([formatInstant(at, locale, timeZone), who, name, what].map(csvText));
      });
      stream.enqueue(encoder.encode(written.join("")));
      after = older;
      if (!after) stream.close();
    },
  });
  return new Response(lines, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": contentDisposition(
        "attachment",
        `journal-${todayIn(timeZone, now().getTime())}.csv`,
      ),
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
});
