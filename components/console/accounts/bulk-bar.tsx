import { getTranslations } from "next-intl/server";
import { SubmitButton } from "@/components/ui/button";
import { writeBulkAction } from "@/lib/accounts/bulk/bulk-action";
import type { Assignee } from "@/lib/accounts/list-assignees";
import { PREFERENCES } from "@/lib/preferences";

interface BulkBarProps {
  assignees: readonly Assignee[];
  /** The ids of all accounts of the page, for the checkbox that selects all of them. */
  shown: readonly string[];
}

/** The choice of an action for the ticked accounts. The next page shows the consequences before anything is changed. */
export async function BulkBar({ assignees, shown }: BulkBarProps) {
  const t = await getTranslations("console.accounts");
  return (
    <div className="bulk-bar">
      <input type="hidden" name="shown" value={shown.join(" ")} />
      <label className="flex min-h-(--tap) items-center gap-2">
        <input type="checkbox" name="all" value="1" className="size-5 accent-accent" />
        {t("bulk.all", { count: shown.length })}
      </label>
      <label htmlFor="bulk-action" className="max-tablet:w-full tablet:ml-auto">
        {t("bulk.action")}
      </label>
      <select id="bulk-action" name="action" className="input" defaultValue="resend_activation">
        <option value="resend_activation">{t("bulk.resend")}</option>
        <optgroup label={t("bulk.preference")}>
          {PREFERENCES.map((preference) => (
            <option key={preference} value={writeBulkAction({ kind: "set_preference", preference })}>
              {t(`preferences.${preference}`)}
            </option>
          ))}
        </optgroup>
        <optgroup label={t("bulk.assign")}>
          {assignees.map(({ userId, label }) => (
            <option key={userId} value={writeBulkAction({ kind: "assign", userId })}>
              {label}
            </option>
          ))}
          <option value={writeBulkAction({ kind: "assign", userId: null })}>{t("bulk.nobody")}</option>
        </optgroup>
      </select>
      <SubmitButton>{t("bulk.preview")}</SubmitButton>
    </div>
  );
}
