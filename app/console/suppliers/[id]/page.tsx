import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { MissingPage } from "@/app/missing-page";
import { SupplierPage } from "@/components/console/suppliers/supplier-page";
import { answerNotFound } from "@/lib/http/answer-not-found";
import { readFlash } from "@/lib/http/flash";
import { openSupplier } from "@/lib/operators/open-supplier";
import { requireOperator } from "@/lib/sign-in/session/current-session";
import { ConsoleShell } from "../../console-shell";
import { supplierPath } from "../supplier-path";
import { changeSupplierAction } from "./change-supplier-action";
import { inviteToSupplierAction } from "./invite-to-supplier-action";

type Props = PageProps<"/console/suppliers/[id]">;

const open = cache(async (id: string) => {
  const session = await requireOperator();
  return { session, supplier: await openSupplier(session.viewer, id) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { supplier } = await open((await params).id);
  return { title: supplier ? supplier.name : (await getTranslations("notFound"))("pageTitle") };
}

export default async function Page({ params }: Props) {
  const { session, supplier } = await open((await params).id);
  if (!supplier) {
    answerNotFound();
    return <MissingPage />;
  }
  const { result, typed } = await readFlash(supplierPath(supplier.id));
  return (
    <ConsoleShell session={session} section="suppliers">
      <SupplierPage
        supplier={supplier}
        timeZone="Europe/Paris"
        result={result}
        typed={typed}
        change={changeSupplierAction.bind(null, supplier.id)}
        invite={inviteToSupplierAction.bind(null, supplier.id)}
      />
    </ConsoleShell>
  );
}
