import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LogoForm } from "@/components/console/settings/logo-form";
import { PortalPage } from "@/components/console/settings/portal-page";
import { readFlash } from "@/lib/http/flash";
import { LOGO_LIMIT_KB } from "@/lib/settings/settings-limits";
import { openSettings } from "@/lib/settings/supplier-settings";
import { requireSupplierManager } from "@/lib/sign-in/session/current-session";
import { ConsoleShell } from "../console-shell";
import { saveLogoAction } from "./save-logo-action";
import { settingsForms } from "./settings-forms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("console.settings"))("pages.portal") };
}

const LOGO_FAULTS = ["file_missing", "too_large", "not_a_picture", "too_often"] as const;

export default async function Page() {
  const session = await requireSupplierManager();
  const { viewer, supplier } = session;
  const [settings, flash, t] = await Promise.all([
    openSettings(viewer),
    readFlash("/console/settings"),
    getTranslations("console.settings.logo"),
  ]);
  const names = ["identity", "company", "contact", "languages", "recoveryAnswer", "sharing"] as const;
  const { done, section, reason } = flash.result;
  const fault = section === "logo" ? LOGO_FAULTS.find((one) => one === reason) : undefined;
  return (
    <ConsoleShell session={session} section="settings" settingsPage="portal">
      <PortalPage
        forms={await settingsForms(names, settings, flash)}
        brandColor={settings.brandColor}
        logo={
          <LogoForm
            logo={supplier.logo}
            done={done === "logo_saved" || done === "logo_removed" ? done : null}
            error={fault && t(`refused.${fault}`, { kilobytes: LOGO_LIMIT_KB })}
            save={saveLogoAction}
          />
        }
      />
    </ConsoleShell>
  );
}
