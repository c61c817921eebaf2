import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ConsoleShell } from "@/app/console/console-shell";
import { ImportPage } from "@/components/console/imports/import-page";
import { readFlash } from "@/lib/http/flash";
import { getImport } from "@/lib/imports/get-import";
import { IMPORT_FIELDS } from "@/lib/imports/import-fields";
import { VERDICTS } from "@/lib/imports/import-verdict";
import { listImportLines, readLineCursor, writeLineCursor } from "@/lib/imports/list-import-lines";
import { UNDO_DAYS } from "@/lib/imports/sweep-imports";
import { requireSupplierStaff } from "@/lib/sign-in/session/current-session";
import { applyImportAction } from "./apply-import-action";
import { changeColumnsAction } from "./change-columns-action";
import { discardImportAction } from "./discard-import-action";
import { forceLineAction } from "./force-line-action";
import { importPath } from "./import-path";
import { undoImportAction } from "./undo-import-action";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("console.imports"))("title") };
}

export default async function Page({ params, searchParams }: PageProps<"/console/accounts/import/[id]">) {
  const session = await requireSupplierStaff();
  const { id } = await params;
  const found = await getImport(session.viewer, id);
  if (!found) notFound();
  const query = await searchParams;
  const shown = VERDICTS.find((verdict) => verdict === query.verdict) ?? null;
  const after = readLineCursor(typeof query.after === "string" ? query.after : undefined);
  const path = importPath(id);
  const [{ lines, next }, { result, typed }] = await Promise.all([
    listImportLines(session.viewer, id, { verdict: shown, after }),
    readFlash(path),
  ]);
  return (
    <ConsoleShell session={session} section="accounts">
      <ImportPage
        found={found}
        fields={IMPORT_FIELDS}
        verdicts={VERDICTS}
        shown={shown}
        lines={lines}
        nextHref={next && importPath(id, { verdict: shown, after: next })}
        firstHref={after && importPath(id, { verdict: shown })}
        timeZone={session.supplier.timeZone}
        undoDays={UNDO_DAYS}
        reason={result.reason ?? ""}
        typedCount={typed.count ?? ""}
        actions={{
          changeColumns: changeColumnsAction.bind(null, id),
          force: forceLineAction.bind(null, id, shown ?? "", after ? writeLineCursor(after) : ""),
          apply: applyImportAction.bind(null, id),
          undo: undoImportAction.bind(null, id),
          discard: discardImportAction.bind(null, id),
        }}
      />
    </ConsoleShell>
  );
}
