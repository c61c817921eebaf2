import type { SignedInUser } from "@/lib/access/viewer";
import { now } from "@/lib/clock";
import { BYTE_ORDER_MARK, csvLine, csvText } from "@/lib/csv-text";
import { todayIn } from "@/lib/dates";
import { contentDisposition } from "@/lib/http/content-disposition";
import { generatorSource, leasedBody } from "@/lib/http/leased-body";
import { takeTurn } from "@/lib/limits/take-turn";
import { resumeSession } from "@/lib/sign-in/session/session";
import { sessionOwners } from "@/lib/sign-in/session/session-owners";
import { tooManyExports } from "./too-many-exports";

/** A table to send as CSV while it is read from the database. */
interface CsvTable {
  /** The beginning of the file's name; the current date is appended. */
  name: string;
  headings: readonly string[];
  /** The rows of one page of the database at a time, as cells (`csvText`). */
  pages: AsyncIterable<string[][]>;
}

/**
 * Sends a table as CSV, one page at a time; refused with 429 when too many exports run. A reader who loses access
 * while the file is being sent gets no more of it.
 */
export async function csvResponse(
  session: { id: string; viewer: SignedInUser; supplier: { timeZone: string } },
  { name, headings, pages }: CsvTable,
): Promise<Response> {
  const turn = await takeTurn("exports", { owners: sessionOwners(session) });
  if (!turn) return tooManyExports();
  async function* chunks(): AsyncGenerator<Uint8Array, void, void> {
    const encoder = new TextEncoder();
    yield encoder.encode(BYTE_ORDER_MARK + csvLine(headings.map(csvText)));
    for await (const rows of pages) {
      const current = await resumeSession(session.id);
      if (current?.viewer.kind !== session.viewer.kind) throw new Error("Access ended.");
      yield encoder.encode(rows.map(csvLine).join(""));
    }
  }
  const fileName = `${name}-${todayIn(session.supplier.timeZone, now().getTime())}.csv`;
  return new Response(leasedBody(generatorSource(chunks()), turn).stream, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": contentDisposition("attachment", fileName),
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
