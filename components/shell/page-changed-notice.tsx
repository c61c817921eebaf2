import { getTranslations } from "next-intl/server";
import { Note } from "@/components/ui/note";

/** Above a page that is shown again because the form came from a version before an update. */
export async function PageChangedNotice() {
  const t = await getTranslations("pageChanged");
  return (
    <div className="page-width py-3">
      <Note tone="warn" title={t("title")}>
        <p>{t("text")}</p>
      </Note>
    </div>
  );
}
