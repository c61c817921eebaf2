import { ArchivePage } from "@/components/archive/archive-page";
import { requireCustomer } from "@/lib/auth/current-session";
import { openArchive } from "@/lib/completeness/open-archive";
import { findSupplier } from "@/lib/suppliers/find-supplier";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CustomerShell } from "../../customer-shell";
import { gapsShown, guardShown, monthsShown, yearChoices, yearShown } from "./archive-props";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("archive"))("title") };
}

export default async function Page({ searchParams }: PageProps<"/invoices/archive">) {
  const session = await requireCustomer();
  const [archive, supplier] = await Promise.all([
    openArchive(session, await searchParams),
    findSupplier(session.supplier.slug),
  ]);
  return (
    <CustomerShell session={session} section="invoices">
      <ArchivePage
        customerNumber={session.account.customerNumber}
        year={archive.year}
        years={yearChoices(archive)}
        months={monthsShown(archive)}
        {...yearShown(archive)}
        gaps={gapsShown(archive)}
        adviserEmail={supplier?.contactEmail ?? ""}
        guard={guardShown(archive.guard)}
      />
    </CustomerShell>
  );
}
