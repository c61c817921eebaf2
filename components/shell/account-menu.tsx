import { getTranslations } from "next-intl/server";
import { Form } from "@/components/ui/form";
import { Icon } from "@/components/ui/icon";

/** The pages of « Mon profil ». */
export type ProfilePage = "account" | "display" | "notifications" | "requests" | "security" | "companies";

interface AccountMenuProps {
  userName: string;
  pages: readonly ProfilePage[];
  currentPage: ProfilePage | undefined;
  helpHref: string | null;
  signOut: () => Promise<void>;
}

/**
 * The menu at the top right: profile, help, sign-out. A native popover: it opens without scripts, and Escape or a click
 * outside closes it.
 */
export async function AccountMenu({ userName, pages, currentPage, helpHref, signOut }: AccountMenuProps) {
  const t = await getTranslations("shell");
  return (
    <div className="account-menu">
      <button type="button" popoverTarget="account-menu">
        <Icon name="account" className="size-[1.375rem]" />
        <span aria-hidden="true">{userName}</span>
        <Icon name="down" />
        <span className="sr-only">{t("userMenu", { name: userName })}</span>
      </button>
      <div className="menu" id="account-menu" popover="auto">
        <p className="desk:hidden">{userName}</p>
        {pages.length > 0 && <p>{t("profile")}</p>}
        {pages.map((page) => (
          <a key={page} href={`/profile/${page}`} aria-current={page === currentPage ? "page" : undefined}>
            {t(`profilePages.${page}`)}
          </a>
        ))}
        <hr />
        {helpHref !== null && <a href={helpHref}>{t("links.help")}</a>}
        <Form action={signOut}>
          <button>{t("signOut")}</button>
        </Form>
      </div>
    </div>
  );
}
