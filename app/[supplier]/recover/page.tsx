import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type RecoverAnswer, RecoverPage } from "@/components/recovery/recover-page";
import { helpPath } from "@/lib/help/help-path";
import { readFlash } from "@/lib/http/flash";
import { contactOf, requireSupplier, SupplierShell } from "../supplier-shell";
import { recoverAction } from "./recover-action";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("recover"))("pageTitle") };
}

const ANSWERS: readonly RecoverAnswer[] = [
  "sent",
  "unknown",
  "undeliverable",
  "neutral",
  "not_an_address",
  "too_many",
];

export default async function Page({ params }: PageProps<"/[supplier]/recover">) {
  const supplier = await requireSupplier(params);
  const { result } = await readFlash(`/${supplier.slug}/recover`);
  return (
    <SupplierShell supplier={supplier}>
      <RecoverPage
        answer={ANSWERS.find((answer) => answer === result.answer) ?? null}
        email={result.email ?? ""}
        contact={contactOf(supplier)}
        senderAddress={supplier.senderAddress}
        signInHref={`/${supplier.slug}`}
        helpHref={helpPath(supplier.slug, "no-recovery-mail")}
        recover={recoverAction.bind(null, supplier.slug)}
      />
    </SupplierShell>
  );
}
