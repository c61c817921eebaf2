import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { changeLocaleAction } from "@/app/locale-action";
import { PUBLIC_PAGES } from "@/app/public-pages";
import { brandOf } from "@/components/shell/brand";
import { PublicShell } from "@/components/shell/public-shell";
import { findSupplier, type Supplier } from "@/lib/suppliers/find-supplier";

/** The frame of a supplier's public page. */
export function SupplierShell({ supplier, children }: { supplier: Supplier; children: ReactNode }) {
  return (
    <PublicShell
      brand={brandOf(supplier)}
      links={PUBLIC_PAGES}
      retentionMonths={supplier.retentionMonths}
      changeLocale={changeLocaleAction}
    >
      {children}
    </PublicShell>
  );
}

/** Returns the supplier of the path, or shows the not-found page. */
export async function requireSupplier(params: Promise<{ supplier: string }>): Promise<Supplier> {
  const supplier = await findSupplier((await params).supplier);
  if (!supplier) notFound();
  return supplier;
}

/** Returns the supplier's contact details, as the pages show them. */
export const contactOf = (supplier: Supplier) => ({
  phone: supplier.contactPhone,
  email: supplier.contactEmail,
  hours: { texts: supplier.contactHoursTexts, otherwise: supplier.contactHours },
});
