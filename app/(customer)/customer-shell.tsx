import type { ReactNode } from "react";
import { changeLocaleAction } from "@/app/locale-action";
import { PUBLIC_PAGES } from "@/app/public-pages";
import { signOutAction } from "@/app/sign-out-action";
import { switchAccountAction } from "@/app/switch-account-action";
import type { ProfilePage } from "@/components/shell/account-menu";
import { type CustomerSection, SignedInShell } from "@/components/shell/signed-in-shell";
import { listOwnAccounts } from "@/lib/persons/list-own-accounts";
import type { CustomerSession } from "@/lib/sign-in/session/current-session";

export const PROFILE_PAGES: readonly ProfilePage[] = [
  "account",
  "display",
  "notifications",
  "security",
  "companies",
];

interface CustomerShellProps {
  session: CustomerSession;
  section: CustomerSection | null;
  profilePage?: ProfilePage;
  children: ReactNode;
}

/** The frame of a customer's page. Its bar always shows the supplier and the company. */
export async function CustomerShell({ session, section, profilePage, children }: CustomerShellProps) {
  const { supplier, account } = session;
  return (
    <SignedInShell
      brand={{ slug: supplier.slug, name: supplier.name, color: supplier.brandColor }}
      companyName={account.companyName}
      companies={await listOwnAccounts(session)}
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
