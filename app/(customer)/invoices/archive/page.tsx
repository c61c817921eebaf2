import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { switchAccountAction } from "@/app/switch-account-action";
import { ArchivePage } from "@/components/archive/archive-page";
import { CompaniesArchivePage } from "@/components/archive/companies-archive-page";
import { archiveView } from "@/lib/completeness/archive-view";
import { openArchive } from "@/lib/completeness/open-archive";
import { listOwnAccounts } from "@/lib/persons/list-own-accounts";
import { readScope } from "@/lib/persons/scope";
import { requireReader } from "@/lib/sign-in/session/current-session";
import { findSupplier } from "@/lib/suppliers/find-supplier";
import { CustomerShell } from "../../customer-shell";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("archive"))("title") };
}

export default async function Page({ searchParams }: PageProps<"/invoices/archive">) {
  const session = await requireReader();
  const params = await searchParams;
  const scope = readScope(params);
  const [archive, ownAccounts, supplier] = await Promise.all([
    openArchive(session, params),
    listOwnAccounts(session),
    findSupplier(session.supplier.slug),
  ]);
  const view = archiveView(archive, scope, ownAccounts);
  const [company] = view.companies;
  return (
    <CustomerShell session={session} section="invoices">
      {scope === "own" && company ? (
        <ArchivePage view={view} company={company} adviserEmail={supplier?.contactEmail ?? ""} />
      ) : (
        <CompaniesArchivePage view={view} switchCompany={switchAccountAction} />
      )}
    </CustomerShell>
  );
}
