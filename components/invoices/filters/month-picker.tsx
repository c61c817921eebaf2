import { getLocale, getTranslations } from "next-intl/server";
import { formatMonth } from "@/lib/dates";

interface MonthPickerProps {
  /** `YYYY-MM`, newest first. */
  months: readonly string[];
  current: string;
  /** The id of its form, which may be elsewhere in the page. */
  formId: string;
}

/** The choice of one of the months that the portal keeps. */
export async function MonthPicker({ months, current, formId }: MonthPickerProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("register.filters.periods")]);
  return (
    <div className="input-group">
      <label className="sr-only" htmlFor="month">
        {t("month")}
      </label>
      <select className="input" id="month" name="month" form={formId} defaultValue={current}>
        <option value="">{t("anyMonth")}</option>
        {months.map((month) => (
          <option key={month} value={month}>
            {formatMonth(month, locale)}
          </option>
        ))}
      </select>
      <button className="button" form={formId}>
        {t("show")}
      </button>
    </div>
  );
}
