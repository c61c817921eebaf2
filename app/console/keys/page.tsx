import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { KeysPage } from "@/components/console/keys/keys-page";
import { readFlash } from "@/lib/http/flash";
import { listKeys } from "@/lib/keys/list-keys";
import { requireSupplierManager } from "@/lib/sign-in/session/current-session";
import { ConsoleShell } from "../console-shell";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("console.keys"))("title") };
}

export default async function Page() {
  const session = await requireSupplierManager();
  const { viewer, supplier } = session;
  const [keys, { result }] = await Promise.all([listKeys(viewer), readFlash("/console/keys")]);
  return (
    <ConsoleShell session={session} section="settings" settingsPage="keys">
      <KeysPage {...keys} timeZone={supplier.timeZone} revoked={result.revoked ?? null} />
    </ConsoleShell>
  );
}
