import { getTranslations } from "next-intl/server";
import { now } from "@/lib/clock";
import { csvResponse } from "@/lib/exports/csv-response";
import { tooManyExports } from "@/lib/exports/too-many-exports";
import { answer } from "@/lib/http/answer";
import { contentDisposition } from "@/lib/http/content-disposition";
import { generatorSource, leasedBody } from "@/lib/http/leased-body";
import { exportPages, type ExportWords, exportWorkbook } from "@/lib/imports/export-accounts";
import { IMPORT_FIELDS, type ImportField } from "@/lib/imports/import-fields";
import { takeTurn } from "@/lib/limits/take-turn";
import { answerSupplierStaff } from "@/lib/sign-in/session/answer-supplier-staff";
import { currentSession, type SupplierStaffSession } from "@/lib/sign-in/session/current-session";
import { sessionOwners } from "@/lib/sign-in/session/session-owners";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const VALUES = ["attachment", "link", "digest", "none", "electronic", "paper", "fr", "en"] as const;

/** Sends all accounts in the columns of the import (`?format=csv|xlsx`). */
export const GET = answer(async (request) =>
  answerSupplierStaff(await currentSession(), async (session) => {
    const words = await exportWords();
    if (new URL(request.url).searchParams.get("format") === "xlsx") return workbookResponse(session, words);
    return csvResponse(session, {
      name: `clients_${session.supplier.slug}`,
      headings: IMPORT_FIELDS.map((field) => words.headings[field]),
      pages: exportPages(session.viewer, words),
    });
  }),
);

async function workbookResponse(session: SupplierStaffSession, words: ExportWords): Promise<Response> {
  const turn = await takeTurn("exports", { owners: sessionOwners(session) });
  if (!turn) return tooManyExports();
  try {
    const workbook = await exportWorkbook(session.viewer, words, now());
    return new Response(leasedBody(generatorSource(inOneChunk(workbook)), turn).stream, {
      headers: {
        "content-type": XLSX,
        "content-disposition": contentDisposition("attachment", `clients_${session.supplier.slug}.xlsx`),
        "x-content-type-options": "nosniff",
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    turn.release();
    throw error;
  }
}

async function* inOneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, void> {
  yield bytes;
}

async function exportWords(): Promise<ExportWords> {
  const t = await getTranslations("console.imports");
  return {
    sheet: t("export.sheet"),
    headings: Object.fromEntries(IMPORT_FIELDS.map((field) => [field, t(`fields.${field}`)])) as Record<
      ImportField,
      string
    >,
    values: Object.fromEntries(VALUES.map((value) => [value, t(`values.${value}`)])),
  };
}
