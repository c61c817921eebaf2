import { getTranslations } from "next-intl/server";
import { now } from "@/lib/clock";
import { tooManyExports } from "@/lib/exports/too-many-exports";
import { answer } from "@/lib/http/answer";
import { contentDisposition } from "@/lib/http/content-disposition";
import { generatorSource, leasedBody } from "@/lib/http/leased-body";
import { notFound, signInFirst } from "@/lib/http/problem";
import { exportCsv, type ExportWords, exportWorkbook } from "@/lib/imports/export-accounts";
import { IMPORT_FIELDS, type ImportField } from "@/lib/imports/import-fields";
import { takeTurn } from "@/lib/limits/take-turn";
import { describeError, log } from "@/lib/log";
import {
  currentSession,
  isSupplierStaffSession,
  type SupplierStaffSession,
} from "@/lib/sign-in/session/current-session";
import { resumeSession } from "@/lib/sign-in/session/session";
import { sessionOwners } from "@/lib/sign-in/session/session-owners";

const CSV = "text/csv; charset=utf-8";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const VALUES = ["attachment", "link", "digest", "none", "electronic", "paper", "fr", "en"] as const;

/** Sends all accounts in the columns of the import (`?format=csv|xlsx`). */
const serve = answer(async (request) => {
  const session = await currentSession();
  if (!session || session.mustChangePassword) return signInFirst();
  if (!isSupplierStaffSession(session)) return notFound();
  const isWorkbook = new URL(request.url).searchParams.get("format") === "xlsx";
  const { viewer, supplier } = session;
  const headers = {
    "content-type": isWorkbook ? XLSX : CSV,
    "content-disposition": contentDisposition(
      "attachment",
      `clients_${supplier.slug}.${isWorkbook ? "xlsx" : "csv"}`,
    ),
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
  };
  if (request.method === "HEAD") return new Response(null, { headers });
  const turn = await takeTurn("exports", { owners: sessionOwners(session) });
  if (!turn) return tooManyExports();
  try {
    const words = await exportWords();
    const chunks = isWorkbook
      ? inOneChunk(await exportWorkbook(viewer, words, now()))
      : exportCsv(viewer, words);
    const body = leasedBody(generatorSource(whileSignedIn(session, chunks)), turn, (error) =>
      log("error", "export_broke_off", describeError(error)),
    );
    return new Response(body.stream, { headers });
  } catch (error) {
    turn.release();
    throw error;
  }
});

export { serve as GET, serve as HEAD };

/** Stops when the session ends, or its user is no longer staff. */
async function* whileSignedIn(
  { id, viewer }: SupplierStaffSession,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, void> {
  for await (const chunk of chunks) {
    const current = await resumeSession(id);
    if (current?.viewer.kind !== viewer.kind) throw new Error("Access ended while an export was being sent.");
    yield chunk;
  }
}

async function* inOneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, void> {
  yield bytes;
}

async function exportWords(): Promise<ExportWords> {
  const t = await getTranslations("console.imports");
  return {
    sheet: t("export.sheet"),
    heads: Object.fromEntries(IMPORT_FIELDS.map((field) => [field, t(`fields.${field}`)])) as Record<
      ImportField,
      string
    >,
    values: Object.fromEntries(VALUES.map((value) => [value, t(`values.${value}`)])),
  };
}
