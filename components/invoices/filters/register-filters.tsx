import {
  AmountChip,
  CompanyChip,
  PeriodChip,
  SortChip,
  TextChip,
  TypeChip,
} from "@/components/invoices/filters/chips";
import { FilterLink } from "@/components/invoices/filters/filter-chip";
import { FilterFaults } from "@/components/invoices/filters/filter-faults";
import type { RegisterWords } from "@/components/invoices/filters/register-words";
import { Icon } from "@/components/ui/icon";
import type { CompanyChoice } from "@/lib/invoices/register/company-choice";
import type { FilterChip } from "@/lib/invoices/register/filter-chips";
import type { FilterForm } from "@/lib/invoices/register/filter-form";

interface RegisterFiltersProps {
  form: FilterForm;
  chips: readonly FilterChip[];
  /** Null for a person with one company. */
  companies: CompanyChoice | null;
  words: RegisterWords;
}

/**
 * The search in one row: the text, the period, and the other filters as chips. It uses GET, so that the URL holds the
 * search. Opening a chip needs no script.
 */
export function RegisterFilters({ form, chips, companies, words }: RegisterFiltersProps) {
  const { t } = words;
  const chipOf = <Kind extends FilterChip["kind"]>(kind: Kind) =>
    chips.find((chip): chip is Extract<FilterChip, { kind: Kind }> => chip.kind === kind);
  const fresh = chipOf("new");
  const unread = chipOf("unread");
  return (
    <>
      <form className="search-row" action="/invoices" role="search" aria-label={t("filters.label")}>
        {form.kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="search-box">
          <button aria-label={t("filters.submit")}>
            <Icon name="search" />
          </button>
          <label className="sr-only" htmlFor="q">
            {t("filters.q")}
          </label>
          <input
            className="input"
            id="q"
            name="q"
            type="search"
            defaultValue={form.q}
            placeholder={t("filters.q")}
          />
          <kbd aria-hidden="true" className="needs-script">
            /
          </kbd>
        </div>
        <div className="filter-chips" role="group" aria-label={t("filters.chips")}>
          <PeriodChip form={form} chips={chips} words={words} />
          <SortChip form={form} words={words} />
          {companies && <CompanyChip companies={companies} chip={chipOf("company")} words={words} />}
          <TextChip name="contract" value={form.contract} chip={chipOf("contract")} words={words} />
          <TextChip name="vehicle" value={form.vehicle} chip={chipOf("vehicle")} words={words} />
          <AmountChip form={form} chip={chipOf("amount")} words={words} />
          <TypeChip form={form} chip={chipOf("type")} words={words} />
          <FilterLink
            label={t("filters.remaining")}
            url={fresh ? fresh.removeUrl : form.newUrl}
            isSet={fresh !== undefined}
            words={words}
          />
          {unread && <FilterLink label={t("chips.unread")} url={unread.removeUrl} isSet words={words} />}
        </div>
      </form>
      <form action="/invoices" id="month-form">
        {form.keptBesideMonth.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
      </form>
      <FilterFaults form={form} words={words} />
    </>
  );
}
