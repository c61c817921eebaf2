import type { ReactNode } from "react";
import { StaffLock } from "@/app/console/staff-lock";
import { leaveViewAction } from "@/app/console/view-as/leave-view-action";
import { changeLocaleAction } from "@/app/locale-action";
import { PUBLIC_PAGES } from "@/app/public-pages";
import { signOutAction } from "@/app/sign-out-action";
import { switchAccountAction } from "@/app/switch-account-action";
import { ViewAsBanner } from "@/components/console/view-as-banner";
import type { ProfilePage } from "@/components/shell/account-menu";
import { brandOf } from "@/components/shell/brand";
import { type CustomerSection, SignedInShell } from "@/components/shell/signed-in-shell";
import { personLabel } from "@/lib/person-label";
import { listOwnAccounts } from "@/lib/persons/list-own-accounts";
import type { OwnAccount } from "@/lib/persons/own-account";
import type { Scope } from "@/lib/persons/scope";
import type { ReaderSession } from "@/lib/sign-in/session/current-session";
import { openTabCounts, type Tasks } from "@/lib/tasks/open-tasks";

export const PROFILE_PAGES: readonly ProfilePage[] = [
  "account",
  "display",
  "notifications",
  "requests",
  "security",
  "companies",
];

interface CustomerShellProps {
  session: ReaderSession;
  section: CustomerSection | null;
  /** The companies that the page and the numbers of the tabs are about. */
  scope?: Scope;
  profilePage?: ProfilePage;
  /** The person's accounts, if the page has read them. */
  ownAccounts?: readonly OwnAccount[];
  /** What is to do in the companies of the scope, if the page has counted it. */
  tasks?: Tasks;
  children: ReactNode;
}

/**
 * The frame of a customer's page. Its bar always shows the supplier and the company. When a member of staff views the
 * page as a user (view as), a banner says so, and the screen locks after inactivity as in the console.
 */
export async function CustomerShell(props: CustomerShellProps) {
  const { session, section, scope = "own", profilePage, children } = props;
  const { supplier, account, viewAs } = session;
  const [companies, tasks] = await Promise.all([
    props.ownAccounts ?? listOwnAccounts(session),
    props.tasks ?? openTabCounts(session, scope),
  ]);
  return (
    <SignedInShell
      brand={brandOf(supplier)}
      companyName={account.companyName}
      companies={companies}
      isEveryCompany={scope === "all"}
      switchCompany={switchAccountAction}
      userName={session.name || session.identifier}
      sections={["home", "invoices", "archive", "overview", "admin"]}
      sectionCounts={
        tasks ? { home: { value: tasks.lines, isCapped: false }, invoices: tasks.counts.fresh } : undefined
      }
      currentSection={section}
      profilePages={PROFILE_PAGES}
      currentProfilePage={profilePage}
      links={PUBLIC_PAGES}
      retentionMonths={supplier.retentionMonths}
      changeLocale={changeLocaleAction}
      signOut={signOutAction}
    >
      {viewAs && (
        <ViewAsBanner
          person={personLabel(viewAs)}
          companyName={account.companyName}
          reason={viewAs.reason}
          until={viewAs.until}
          timeZone={supplier.timeZone}
          leave={leaveViewAction}
        />
      )}
      {children}
      {viewAs && <StaffLock />}
    </SignedInShell>
  );
}
