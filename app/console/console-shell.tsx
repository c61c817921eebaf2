import type { ReactNode } from "react";
import { changeLocaleAction } from "@/app/locale-action";
import { PUBLIC_PAGES } from "@/app/public-pages";
import { signOutAction } from "@/app/sign-out-action";
import { type ConsoleSection, SignedInShell } from "@/components/shell/signed-in-shell";
import type { StaffSession } from "@/lib/sign-in/session/current-session";

/** In the order of the bar. An operator, who belongs to no supplier, has none of them. */
const SECTIONS: readonly ConsoleSection[] = ["today", "accounts", "deliveries", "requests", "paper"];

interface ConsoleShellProps {
  session: StaffSession;
  section: ConsoleSection | null;
  children: ReactNode;
}

/** The frame of a page of the console. Its bar shows the supplier and the sections. */
export function ConsoleShell({ session, section, children }: ConsoleShellProps) {
  const { viewer, supplier, name, identifier } = session;
  return (
    <SignedInShell
      brand={supplier && { slug: supplier.slug, name: supplier.name, color: supplier.brandColor }}
      companyName={null}
      userName={name || identifier}
      sections={viewer.kind === "operator" ? [] : SECTIONS}
      currentSection={section}
      profilePages={[]}
      links={PUBLIC_PAGES}
      changeLocale={changeLocaleAction}
      signOut={signOutAction}
    >
      {children}
    </SignedInShell>
  );
}
