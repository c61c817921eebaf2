import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewSupplierPage } from "@/components/console/suppliers/new-supplier-page";
import { readFlash } from "@/lib/http/flash";
import { requireOperator } from "@/lib/sign-in/session/current-session";
import { ConsoleShell } from "../../console-shell";
import { SUPPLIERS_PATH } from "../supplier-path";
import { createSupplierAction } from "./create-supplier-action";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("console.suppliers"))("create") };
}

export default async function Page() {
  const session = await requireOperator();
  const { result, typed } = await readFlash(`${SUPPLIERS_PATH}/new`);
  return (
    <ConsoleShell session={session} section="suppliers">
      <NewSupplierPage result={result} typed={typed} locale={session.locale} create={createSupplierAction} />
    </ConsoleShell>
  );
}
