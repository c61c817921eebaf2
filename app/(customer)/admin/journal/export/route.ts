import { getLocale, getTranslations } from "next-intl/server";
import { listJournal } from "@/lib/audit/list-journal";
import { now } from "@/lib/clock";
import { BYTE_ORDER_MARK, csvLine, csvText } from "@/lib/csv-text";
import { formatInstant, todayIn } from "@/lib/dates";
import { tooManyExports } from "@/lib/exports/too-many-exports";
import { answer } from "@/lib/http/answer";
import { contentDisposition } from "@/lib/http/content-disposition";
import { generatorSource, leasedBody } from "@/lib/http/leased-body";
import { takeTurn } from "@/lib/limits/take-turn";
import {
  currentSession,
  isAdministratorSession,
  isCustomerSession,
} from "@/lib/sign-in/session/current-session";
import { resumeSession } from "@/lib/sign-in/session/session";
import { sessionOwners } from "@/lib/sign-in/session/session-owners";
import type { TimeCursor } from "@/lib/time-cursor";
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
  const { id: sessionId, viewer, supplier } = session;
  const [locale, t] = await Promise.all([getLocale(), getTranslations("admin.journal")]);
  const { timeZone } = supplier;
  const encoder = new TextEncoder();
  const turn = await takeTurn("exports", { owners: sessionOwners(session) });
  if (!turn) return tooManyExports();
  async function* lines(): AsyncGenerator<Uint8Array, void, void> {
    yield encoder.encode(BYTE_ORDER_MARK + csvLine([t("date"), t("who"), t("name"), t("what")].map(csvText)));
    let after: TimeCursor | null = null;
    do {
      const current = await resumeSession(sessionId);
      if (current?.viewer.kind !== "administrator") throw new Error("Access ended.");
      const page: Awaited<ReturnType<typeof listJournal>> = await listJournal(viewer, after, PAGE_SIZE);
      const written = page.entries.map((entry) => {
        const { at, who, name, what } = journalRow(entry, t);
        return csvLine([formatInstant(at, locale, timeZone), who, name, what].map(csvText));
      });
      yield encoder.encode(written.join(""));
      after = page.older;
    } while (after);
  }
  return new Response(leasedBody(generatorSource(lines()), turn).stream, {
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
