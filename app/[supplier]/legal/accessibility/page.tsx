import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccessibilityPage } from "@/components/legal/accessibility-page";
import { contactOf, requireSupplier, SupplierShell } from "../../supplier-shell";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("legal.accessibility"))("title") };
}

export default async function Page({ params }: PageProps<"/[supplier]/legal/accessibility">) {
  const supplier = await requireSupplier(params);
  return (
    <SupplierShell supplier={supplier}>
      <AccessibilityPage supplier={{ ...supplier, contact: contactOf(supplier) }} />
    </SupplierShell>
  );
}
