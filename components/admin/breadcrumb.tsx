import { getTranslations } from "next-intl/server";
import { Icon } from "@/components/ui/icon";

const USERS = "/admin/users";

/** The link back to the list of users. */
export async function AdminBreadcrumb() {
  const t = await getTranslations("admin");
  return (
    <nav className="breadcrumb" aria-label={t("breadcrumb")}>
      <Icon name="back" />
      <a className="tap-link" href={USERS}>
        {t("title")}
      </a>
    </nav>
  );
}
