import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InvoiceSettingsPage } from "@/components/console/settings/invoices-page";
import { readFlash } from "@/lib/http/flash";
import { findRaise } from "@/lib/settings/retention-raise/retention-raise";
import { openSettings } from "@/lib/settings/supplier-settings";
import { requireSupplierManager } from "@/lib/sign-in/session/current-session";
import { ConsoleShell } from "../../console-shell";
import { settingsForms } from "../settings-forms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("console.settings"))("pages.invoices") };
}

export default async function Page() {
  const session = await requireSupplierManager();
  const [settings, raisedTo, flash] = await Promise.all([
    openSettings(session.viewer),
    findRaise(session.viewer),
    readFlash("/console/settings/invoices"),
  ]);
  const names = ["retention", "formerPortal", "legalRole", "words"] as const;
  return (
    <ConsoleShell session={session} section="settings" settingsPage="invoices">
      <InvoiceSettingsPage forms={await settingsForms(names, settings, flash)} raisedTo={raisedTo} />
    </ConsoleShell>
  );
}
