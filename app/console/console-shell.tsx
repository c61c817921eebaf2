import type { ReactNode } from "react";
import { changeLocaleAction } from "@/app/locale-action";
import { PUBLIC_PAGES } from "@/app/public-pages";
import { signOutAction } from "@/app/sign-out-action";
import { FindShortcut } from "@/components/console/find-shortcut";
import { SettingsNav, type SettingsPage } from "@/components/console/settings-nav";
import { brandOf } from "@/components/shell/brand";
import { type ConsoleSection, SignedInShell } from "@/components/shell/signed-in-shell";
import type { StaffSession } from "@/lib/sign-in/session/current-session";
import { StaffLock } from "./staff-lock";

/**
 * The sections of each role, in the order of the bar. An operator belongs to no supplier, so operators have only the
 * sections without customers.
 */
const SECTIONS: Record<StaffSession["viewer"]["kind"], readonly ConsoleSection[]> = {
  adviser: ["today", "accounts", "deliveries", "requests", "paper"],
  manager: ["today", "accounts", "deliveries", "deposits", "requests", "paper", "audit", "settings"],
  operator: ["health", "suppliers", "staff"],
};

interface ConsoleShellProps {
  session: StaffSession;
  section: ConsoleSection | null;
  /** The page of the section « Réglages ». */
  settingsPage?: SettingsPage;
  children: ReactNode;
}

/** The frame of a page of the console. Its bar shows the supplier and the sections. */
export function ConsoleShell({ session, section, settingsPage, children }: ConsoleShellProps) {
  const { viewer, supplier, name, identifier } = session;
  return (
    <SignedInShell
      brand={supplier && brandOf(supplier)}
      companyName={null}
      userName={name || identifier}
      sections={SECTIONS[viewer.kind]}
      currentSection={section}
      profilePages={[]}
      links={PUBLIC_PAGES}
      changeLocale={changeLocaleAction}
      signOut={signOutAction}
    >
      {section === "settings" && settingsPage ? (
        <SettingsNav page={settingsPage}>{children}</SettingsNav>
      ) : (
        children
      )}
      <StaffLock />
      {supplier !== null && <FindShortcut />}
    </SignedInShell>
  );
}
