import { HelpPage } from "@/components/pages/help-page";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { contactOf, requireSupplier, SupplierShell } from "../supplier-shell";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("help"))("title") };
}

export default async function Page({ params }: PageProps<"/[supplier]/help">) {
  const supplier = await requireSupplier(params);
  return (
    <SupplierShell supplier={supplier}>
      <HelpPage
        supplierName={supplier.name}
        contact={contactOf(supplier)}
        retentionMonths={supplier.retentionMonths}
      />
    </SupplierShell>
  );
}
