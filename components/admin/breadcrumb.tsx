import { getTranslations } from "next-intl/server";
import { Breadcrumb } from "@/components/ui/breadcrumb";

const USERS = "/admin/users";

/** The link back to the list of users. */
export async function AdminBreadcrumb() {
  const t = await getTranslations("admin");
  return (
    <Breadcrumb label={t("breadcrumb")} href={USERS}>
      {t("title")}
    </Breadcrumb>
  );
}
