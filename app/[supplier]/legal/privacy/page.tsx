import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PrivacyPage } from "@/components/legal/privacy-page";
import { contactOf, requireSupplier, SupplierShell } from "../../supplier-shell";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("legal.privacy"))("title") };
}

export default async function Page({ params }: PageProps<"/[supplier]/legal/privacy">) {
  const supplier = await requireSupplier(params);
  return (
    <SupplierShell supplier={supplier}>
      <PrivacyPage supplier={{ ...supplier, contact: contactOf(supplier) }} />
    </SupplierShell>
  );
}
