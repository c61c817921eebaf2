import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PaperPage } from "@/components/console/paper/paper-page";
import { readFlash } from "@/lib/http/flash";
import { listPaperPacks } from "@/lib/paper/list-packs";
import { listOpenPaper } from "@/lib/paper/open-paper";
import { requireSupplierStaff } from "@/lib/sign-in/session/current-session";
import { ConsoleShell } from "../console-shell";
import { takePackAction } from "./take-pack-action";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("console.paper"))("title") };
}

/** `/console/paper`: the invoices to print, and the packs that were taken (R22). */
export default async function Page() {
  const session = await requireSupplierStaff();
  const [months, packs, { result }] = await Promise.all([
    listOpenPaper(session.viewer),
    listPaperPacks(session.viewer),
    readFlash("/console/paper"),
  ]);
  return (
    <ConsoleShell session={session} section="paper">
      <PaperPage
        months={months}
        packs={packs}
        timeZone={session.supplier.timeZone}
        takenCount={Number(result.taken ?? 0)}
        isNothingLeft={result.reason === "nothing_to_print"}
        take={takePackAction}
      />
    </ConsoleShell>
  );
}
