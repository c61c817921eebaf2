import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SideNav } from "@/components/shell/side-nav";

/** The pages of « Réglages », where a manager runs the supplier. */
const SETTINGS_PAGES = {
  portal: "/console/settings",
  invoices: "/console/settings/invoices",
  mails: "/console/settings/mails",
  staff: "/console/staff",
  keys: "/console/keys",
  templates: "/console/templates",
} as const;

export type SettingsPage = keyof typeof SETTINGS_PAGES;

/** « Réglages »: the links to its pages, beside the current page. */
export async function SettingsNav({ page, children }: { page: SettingsPage; children: ReactNode }) {
  const t = await getTranslations("shell");
  const links = (Object.keys(SETTINGS_PAGES) as SettingsPage[]).map((one) => ({
    href: SETTINGS_PAGES[one],
    label: t(`settingsPages.${one}`),
    isCurrent: one === page,
  }));
  return (
    <SideNav title={t("sections.settings")} links={links}>
      <div className="min-w-0">{children}</div>
    </SideNav>
  );
}
