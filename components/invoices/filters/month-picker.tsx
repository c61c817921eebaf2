import type { RegisterWords } from "@/components/invoices/filters/register-words";
import { formatMonth } from "@/lib/dates";

interface MonthPickerProps {
  /** `YYYY-MM`, newest first. */
  months: readonly string[];
  current: string;
  /** The id of its form, which may be elsewhere in the page. */
  formId: string;
  words: RegisterWords;
}

/** The choice of one of the months that the portal keeps. */
export function MonthPicker({ months, current, formId, words: { t, locale } }: MonthPickerProps) {
  return (
    <div className="input-group">
      <label className="sr-only" htmlFor="month">
        {t("filters.periods.month")}
      </label>
      <select className="input" id="month" name="month" form={formId} defaultValue={current}>
        <option value="">{t("filters.periods.anyMonth")}</option>
        {months.map((month) => (
          <option key={month} value={month}>
            {formatMonth(month, locale)}
          </option>
        ))}
      </select>
      <button className="button" form={formId}>
        {t("filters.periods.show")}
      </button>
    </div>
  );
}
