import { getTranslations } from "next-intl/server";
import { csvText } from "@/lib/csv-text";
import { csvResponse } from "@/lib/exports/csv-response";
import { answer } from "@/lib/http/answer";
import { notFound } from "@/lib/http/problem";
import { listRefusedLines } from "@/lib/imports/list-refused-lines";
import { answerSupplierStaff } from "@/lib/sign-in/session/answer-supplier-staff";
import { currentSession } from "@/lib/sign-in/session/current-session";

/** Sends the refused lines of an import as CSV: the line number, the reason, then the cells of the file. */
export const GET = answer(
  async (_request: Request, { params }: RouteContext<"/console/accounts/import/[id]/refused">) =>
    answerSupplierStaff(await currentSession(), async (session) => {
      const refused = await listRefusedLines(session.viewer, (await params).id);
      if (!refused) return notFound();
      const t = await getTranslations("console.imports");
      const rows = refused.lines.map(({ line, cells, refusal: { reason, field } }) =>
        [String(line), t(`reasons.${reason}`, { field: field ? t(`fields.${field}`) : "" }), ...cells].map(
          csvText,
        ),
      );
      return csvResponse(session, {
        name: t("filters.refused").toLowerCase(),
        headings: [t("table.line"), t("table.effect"), ...refused.headings],
        pages: onePage(rows),
      });
    }),
);

async function* onePage(rows: string[][]): AsyncGenerator<string[][]> {
  yield rows;
}
