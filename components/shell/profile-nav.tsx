import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { ProfilePage } from "@/components/shell/account-menu";
import { SideNav } from "./side-nav";

interface ProfileNavProps {
  pages: readonly ProfilePage[];
  currentPage: ProfilePage;
  children: ReactNode;
}

/** « Mon profil »: the links to its pages, beside the current page. */
export async function ProfileNav({ pages, currentPage, children }: ProfileNavProps) {
  const t = await getTranslations("shell");
  const links = pages.map((page) => ({
    href: `/profile/${page}`,
    label: t(`profilePages.${page}`),
    isCurrent: page === currentPage,
  }));
  return (
    <SideNav title={t("profile")} links={links}>
      <div className="max-w-text">{children}</div>
    </SideNav>
  );
}
