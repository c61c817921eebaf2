import { getTranslations } from "next-intl/server";
import { csvText } from "@/lib/csv-text";
import { csvResponse } from "@/lib/exports/csv-response";
import { answer } from "@/lib/http/answer";
import { notFound, signInFirst } from "@/lib/http/problem";
import { listRefusedLines } from "@/lib/imports/list-refused-lines";
import { currentSession, isSupplierStaffSession } from "@/lib/sign-in/session/current-session";

/** Sends the refused lines of an import as CSV: the line number, the reason, then the cells of the file. */
export const GET = answer(
  async (_request: Request, { params }: RouteContext<"/console/accounts/import/[id]/refused">) => {
    const session = await currentSession();
    if (!session || session.mustChangePassword) return signInFirst();
    if (!isSupplierStaffSession(session)) return notFound();
    const refused = await listRefusedLines(session.viewer, (await params).id);
    if (!refused) return notFound();
    const t = await getTranslations("console.imports");
    async function* pages(lines: NonNullable<typeof refused>["lines"]): AsyncGenerator<string[][]> {
      yield lines.map(({ line, cells, refusal: { reason, field } }) =>
        [String(line), t(`reasons.${reason}`, { field: field ? t(`fields.${field}`) : "" }), ...cells].map(
          csvText,
        ),
      );
    }
    return csvResponse(session, {
      name: t("filters.refused").toLowerCase(),
      heads: [t("table.line"), t("table.effect"), ...refused.heads],
      pages: pages(refused.lines),
    });
  },
);
