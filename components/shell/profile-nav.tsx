import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { ProfilePage } from "@/components/shell/account-menu";

interface ProfileNavProps {
  pages: readonly ProfilePage[];
  currentPage: ProfilePage;
  children: ReactNode;
}

/** « Mon profil »: the links to its pages, beside the current page. */
export async function ProfileNav({ pages, currentPage, children }: ProfileNavProps) {
  const t = await getTranslations("shell");
  return (
    <div className="grid gap-6 tablet:grid-cols-[13rem_minmax(0,1fr)] tablet:gap-12">
      <nav aria-label={t("profile")}>
        <p className="pt-1 pb-3 text-2 font-medium text-ink-2 max-tablet:hidden">{t("profile")}</p>
        <ul className="max-tablet:flex max-tablet:flex-wrap max-tablet:gap-x-4 max-tablet:border-b max-tablet:border-line">
          {pages.map((page) => (
            <li key={page}>
              <a
                className="profile-link"
                href={`/profile/${page}`}
                aria-current={page === currentPage ? "page" : undefined}
              >
                {t(`profilePages.${page}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="max-w-text">{children}</div>
    </div>
  );
}
