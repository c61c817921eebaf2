import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { changeLocaleAction } from "@/app/locale-action";
import { PUBLIC_PAGES } from "@/app/public-pages";
import { signOutAction } from "@/app/sign-out-action";
import { InstallationPage } from "@/components/console/installation-page";
import { RecentDepositsPage } from "@/components/console/recent-deposits-page";
import { SignedInShell } from "@/components/shell/signed-in-shell";
import { listRecentDeposits } from "@/lib/deposits/list-recent-deposits";
import { checkReadiness } from "@/lib/health/check-readiness";
import { requireStaff } from "@/lib/sign-in/session/current-session";

const SHOWN = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("console"))("pageTitle") };
}

export default async function Page() {
  const { viewer, supplier, name, identifier } = await requireStaff();
  return (
    <SignedInShell
      brand={supplier && { slug: supplier.slug, name: supplier.name, color: supplier.brandColor }}
      companyName={null}
      userName={name || identifier}
      sections={[]}
      currentSection={null}
      profilePages={[]}
      links={PUBLIC_PAGES}
      changeLocale={changeLocaleAction}
      signOut={signOutAction}
    >
      {viewer.kind === "operator" || !supplier ? (
        <InstallationPage readiness={await checkReadiness()} />
      ) : (
        <RecentDepositsPage
          supplierName={supplier.name}
          timeZone={supplier.timeZone}
          deposits={await listRecentDeposits(viewer, SHOWN)}
        />
      )}
    </SignedInShell>
  );
}
