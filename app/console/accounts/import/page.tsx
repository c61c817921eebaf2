import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConsoleShell } from "@/app/console/console-shell";
import { ImportsPage } from "@/components/console/imports/imports-page";
import { newFormId } from "@/lib/form-id";
import { MAX_TABLE_COLUMNS, MAX_TABLE_ROWS, TABLE_LIMIT_MB } from "@/lib/formats/table-reading";
import { readFlash } from "@/lib/http/flash";
import { listImports } from "@/lib/imports/list-imports";
import { MAX_UNFINISHED_IMPORTS } from "@/lib/imports/unfinished-imports";
import { requireSupplierStaff } from "@/lib/sign-in/session/current-session";
import { isFileRefusal } from "./file/file-refusal";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("console.imports"))("title") };
}

export default async function Page() {
  const session = await requireSupplierStaff();
  const [t, imports, { result }] = await Promise.all([
    getTranslations("console.imports"),
    listImports(session.viewer),
    readFlash("/console/accounts/import"),
  ]);
  const limits = { megabytes: TABLE_LIMIT_MB, lines: MAX_TABLE_ROWS };
  const { reason } = result;
  return (
    <ConsoleShell session={session} section="accounts">
      <ImportsPage
        fileHref={`/console/accounts/import/file?form=${newFormId()}`}
        refusal={
          isFileRefusal(reason)
            ? t(`refusals.${reason}`, {
                ...limits,
                columns: MAX_TABLE_COLUMNS,
                unfinished: MAX_UNFINISHED_IMPORTS,
              })
            : null
        }
        limits={limits}
        imports={imports}
        timeZone={session.supplier.timeZone}
      />
    </ConsoleShell>
  );
}
