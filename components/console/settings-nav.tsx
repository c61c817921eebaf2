import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SideNav } from "@/components/shell/side-nav";

/** The pages of « Réglages », where a manager runs the supplier. */
const SETTINGS_PAGES = ["staff", "keys"] as const;

export type SettingsPage = (typeof SETTINGS_PAGES)[number];

/** « Réglages »: the links to its pages, beside the current page. */
export async function SettingsNav({ page, children }: { page: SettingsPage; children: ReactNode }) {
  const t = await getTranslations("shell");
  const links = SETTINGS_PAGES.map((one) => ({
    href: `/console/${one}`,
    label: t(`settingsPages.${one}`),
    isCurrent: one === page,
  }));
  return (
    <SideNav title={t("sections.settings")} links={links}>
      <div className="min-w-0">{children}</div>
    </SideNav>
  );
}
