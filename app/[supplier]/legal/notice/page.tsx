import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NoticePage } from "@/components/legal/notice-page";
import { env } from "@/lib/env";
import { contactOf, requireSupplier, SupplierShell } from "../../supplier-shell";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("legal.notice"))("title") };
}

export default async function Page({ params }: PageProps<"/[supplier]/legal/notice">) {
  const supplier = await requireSupplier(params);
  return (
    <SupplierShell supplier={supplier}>
      <NoticePage
        supplier={{ ...supplier, contact: contactOf(supplier) }}
        host={env().LEGAL_HOST ?? null}
        isDemonstration={env().EMBEDDED}
      />
    </SupplierShell>
  );
}
