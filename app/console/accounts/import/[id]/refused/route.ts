import { getTranslations } from "next-intl/server";
import { BYTE_ORDER_MARK, csvLine, csvText } from "@/lib/csv-text";
import { answer } from "@/lib/http/answer";
import { contentDisposition } from "@/lib/http/content-disposition";
import { notFound, signInFirst } from "@/lib/http/problem";
import { listRefusedLines } from "@/lib/imports/list-refused-lines";
import { currentSession, isSupplierStaffSession } from "@/lib/sign-in/session/current-session";

/** Sends the refused lines of an import as CSV: the cells of the file, and before them the line and why. */
const serve = answer(
  async (_request: Request, { params }: RouteContext<"/console/accounts/import/[id]/refused">) => {
    const session = await currentSession();
    if (!session || session.mustChangePassword) return signInFirst();
    if (!isSupplierStaffSession(session)) return notFound();
    const refused = await listRefusedLines(session.viewer, (await params).id);
    if (!refused) return notFound();
    const t = await getTranslations("console.imports");
    const lines = refused.lines.map(({ line, cells, refusal }) =>
      csvLine([
        csvText(String(line)),
        csvText(t(`reasons.${refusal.reason}`, { field: refusal.field ? t(`fields.${refusal.field}`) : "" })),
        ...cells.map(csvText),
      ]),
    );
    const head = csvLine([t("table.line"), t("table.effect"), ...refused.heads].map(csvText));
    return new Response(BYTE_ORDER_MARK + head + lines.join(""), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": contentDisposition("attachment", `${t("filters.refused").toLowerCase()}.csv`),
        "x-content-type-options": "nosniff",
        "cache-control": "private, no-store",
      },
    });
  },
);

export { serve as GET, serve as HEAD };
