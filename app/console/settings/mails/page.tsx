import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DomainState } from "@/components/console/settings/domain-state";
import { MailSettingsPage } from "@/components/console/settings/mails-page";
import { readFlash } from "@/lib/http/flash";
import { type DomainRefusal, openDomain } from "@/lib/settings/domain/check-domain";
import { openSettings } from "@/lib/settings/supplier-settings";
import { requireSupplierManager } from "@/lib/sign-in/session/current-session";
import { ConsoleShell } from "../../console-shell";
import { settingsForms } from "../settings-forms";
import { checkDomainAction } from "./check-domain-action";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("console.settings"))("pages.mails") };
}

const REFUSALS: readonly DomainRefusal[] = [
  "too_often",
  "domain_taken",
  "portal_domain",
  "changed_meanwhile",
];

export default async function Page() {
  const session = await requireSupplierManager();
  const { viewer, supplier } = session;
  const [settings, domain, flash] = await Promise.all([
    openSettings(viewer),
    openDomain(viewer),
    readFlash("/console/settings/mails"),
  ]);
  const { section, reason } = flash.result;
  return (
    <ConsoleShell session={session} section="settings" settingsPage="mails">
      <MailSettingsPage
        forms={await settingsForms(["sender", "notifications"], settings, flash)}
        domain={
          <DomainState
            domain={domain}
            timeZone={supplier.timeZone}
            refusal={section === "domain" ? (REFUSALS.find((one) => one === reason) ?? null) : null}
            check={checkDomainAction}
          />
        }
      />
    </ConsoleShell>
  );
}
