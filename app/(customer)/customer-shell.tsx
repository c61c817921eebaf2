import { changeLocaleAction } from "@/app/locale-action";
import { PUBLIC_PAGES } from "@/app/public-pages";
import { signOutAction } from "@/app/sign-out-action";
import { switchAccountAction } from "@/app/switch-account-action";
import { SignedInShell, type CustomerSection } from "@/components/shell/signed-in-shell";
import type { ProfilePage } from "@/components/shell/account-menu";
import type { CustomerSession } from "@/lib/auth/current-session";
import { listOwnAccounts } from "@/lib/persons/list-own-accounts";
import type { ReactNode } from "react";
import { companyProps } from "./company-props";

export const PROFILE_PAGES: readonly ProfilePage[] = [
  "account",
  "display",
  "notifications",
  "security",
  "companies",
];

type CustomerShellProps = {
  session: CustomerSession;
  section: CustomerSection | null;
  profilePage?: ProfilePage;
  children: ReactNode;
};

/** The bar of a customer's page: supplier and company always in sight. */
export async function CustomerShell({ session, section, profilePage, children }: CustomerShellProps) {
  const { supplier, account } = session;
  return (
    <SignedInShell
      brand={{ slug: supplier.slug, name: supplier.name, color: supplier.brandColor }}
      companyName={account.companyName}
      companies={(await listOwnAccounts(session)).map(companyProps)}
      switchCompany={switchAccountAction}
      userName={session.name || session.identifier}
      sections={["invoices", "overview", "admin"]}
      currentSection={section}
      profilePages={PROFILE_PAGES}
      currentProfilePage={profilePage}
      links={PUBLIC_PAGES}
      retentionMonths={supplier.retentionMonths}
      changeLocale={changeLocaleAction}
      signOut={signOutAction}
    >
      {children}
    </SignedInShell>
  );
}
