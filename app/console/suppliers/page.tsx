import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SuppliersPage } from "@/components/console/suppliers/suppliers-page";
import { readFlash } from "@/lib/http/flash";
import { listSuppliersForOperator } from "@/lib/operators/list-suppliers";
import { requireOperator } from "@/lib/sign-in/session/current-session";
import { ConsoleShell } from "../console-shell";
import { SUPPLIERS_PATH } from "./supplier-path";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("console.suppliers"))("title") };
}

export default async function Page() {
  const session = await requireOperator();
  const [suppliers, { result }] = await Promise.all([
    listSuppliersForOperator(session.viewer),
    readFlash(SUPPLIERS_PATH),
  ]);
  return (
    <ConsoleShell session={session} section="suppliers">
      <SuppliersPage suppliers={suppliers} timeZone="Europe/Paris" result={result} />
    </ConsoleShell>
  );
}
