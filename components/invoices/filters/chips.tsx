import { FilterChip } from "@/components/invoices/filters/filter-chip";
import { FilterInput } from "@/components/invoices/filters/filter-input";
import { issuedBetween } from "@/components/invoices/filters/issued-between";
import { MonthPicker } from "@/components/invoices/filters/month-picker";
import type { RegisterWords } from "@/components/invoices/filters/register-words";
import { Icon } from "@/components/ui/icon";
import { formatMonth } from "@/lib/dates";
import type { CompanyChoice } from "@/lib/invoices/register/company-choice";
import type { FilterChip as Chip } from "@/lib/invoices/register/filter-chips";
import type { FilterForm } from "@/lib/invoices/register/filter-form";
import { formatDecimal } from "@/lib/money";

type ChipOf<Kind extends Chip["kind"]> = Extract<Chip, { kind: Kind }> | undefined;

interface FormProps {
  form: FilterForm;
  words: RegisterWords;
}

/** The period: the display history, a usual one, a month, or two dates. */
export function PeriodChip({ form, chips, words }: FormProps & { chips: readonly Chip[] }) {
  const { t, locale } = words;
  const chip = chips.find(({ kind }) => kind === "period" || kind === "everything");
  const label =
    chip?.kind === "period"
      ? form.currentMonth === ""
        ? t("chips.period", issuedBetween(chip, locale))
        : formatMonth(form.currentMonth, locale)
      : chip || form.q !== ""
        ? t("chips.everything")
        : t("filters.periods.history", { months: form.historyMonths });
  const { from, to } = form;
  return (
    <FilterChip
      label={label}
      isSet
      isOpen={(from.fault ?? to.fault) !== undefined}
      removeUrl={chip?.removeUrl}
      words={words}
    >
      <nav className="periods" aria-label={t("filters.periods.label")}>
        {form.periods.map(({ name, url, isCurrent }) => (
          <a key={name} className="tap-link" href={url} aria-current={isCurrent || undefined}>
            {t(`filters.periods.${name}`, { months: form.historyMonths })}
          </a>
        ))}
      </nav>
      <MonthPicker months={form.months} current={form.currentMonth} formId="month-form" words={words} />
      <div className="filter-pair">
        <FilterInput name="from" field={from} placeholder={t("filters.dateForm")} words={words} />
        <FilterInput name="to" field={to} placeholder={t("filters.dateForm")} words={words} />
      </div>
    </FilterChip>
  );
}

/** The order, where the heads of the columns are not shown. */
export function SortChip({ form, words }: FormProps) {
  const { t } = words;
  return (
    <FilterChip label={t(`filters.sortNames.${form.sort}`)} isSet className="sort-chip" words={words}>
      <div className="field">
        <label htmlFor="sort">{t("filters.sort")}</label>
        <select className="input" id="sort" name="sort" defaultValue={form.sort}>
          {form.sorts.map((sort) => (
            <option key={sort} value={sort}>
              {t(`filters.sorts.${sort}`)}
            </option>
          ))}
        </select>
      </div>
    </FilterChip>
  );
}

interface CompanyChipProps {
  companies: CompanyChoice;
  chip: ChipOf<"company">;
  words: RegisterWords;
}

/** The companies of the person: the open one, all of them, or one of all. */
export function CompanyChip({ companies, chip, words }: CompanyChipProps) {
  const { t } = words;
  const { current, count } = companies;
  return (
    <span className="filter-chip is-set">
      <details name="filter">
        <summary>
          <span>{chip ? chip.text : t(`scope.${current}`, { count })}</span>
          <Icon name="down" />
        </summary>
        <nav className="filter-panel" aria-label={t("scope.label")}>
          <a className="tap-link" href={companies.ownUrl} aria-current={current === "own" || undefined}>
            {t("scope.own")}
          </a>
          <a
            className="tap-link"
            href={companies.allUrl}
            aria-current={(current === "all" && !chip) || undefined}
          >
            {t("scope.all", { count })}
          </a>
          {companies.companies.map(({ name, url, isCurrent }) => (
            <a key={url} className="tap-link" href={url} aria-current={isCurrent || undefined}>
              {name}
            </a>
          ))}
        </nav>
      </details>
    </span>
  );
}

interface TextChipProps {
  name: "contract" | "vehicle";
  value: string;
  chip: ChipOf<"contract"> | ChipOf<"vehicle">;
  words: RegisterWords;
}

export function TextChip({ name, value, chip, words }: TextChipProps) {
  const { t, trade } = words;
  const label = trade(`${name}.one`);
  return (
    <FilterChip
      label={chip ? t("chips.reference", { label, text: chip.text }) : label}
      isSet={chip !== undefined}
      removeUrl={chip?.removeUrl}
      words={words}
    >
      <FilterInput name={name} field={{ value }} words={words} />
    </FilterChip>
  );
}

export function AmountChip({ form, chip, words }: FormProps & { chip: ChipOf<"amount"> }) {
  const { t } = words;
  const { min, max } = form;
  return (
    <FilterChip
      label={chip ? amountLabel(chip, words) : t("filters.amount")}
      isSet={chip !== undefined}
      isOpen={(min.fault ?? max.fault) !== undefined && (form.from.fault ?? form.to.fault) === undefined}
      removeUrl={chip?.removeUrl}
      words={words}
    >
      <div className="filter-pair">
        <FilterInput name="min" field={min} words={words} />
        <FilterInput name="max" field={max} words={words} />
      </div>
      <p className="text-1 text-ink-2">{t("filters.amountForm")}</p>
    </FilterChip>
  );
}

function amountLabel({ min, max }: { min: string | null; max: string | null }, { t, locale }: RegisterWords) {
  const amount = (decimal: string) => formatDecimal(decimal, locale);
  if (min === null) return t("chips.max", { amount: amount(max ?? "") });
  return max === null
    ? t("chips.min", { amount: amount(min) })
    : t("chips.between", { min: amount(min), max: amount(max) });
}

export function TypeChip({ form, chip, words }: FormProps & { chip: ChipOf<"type"> }) {
  const { t } = words;
  return (
    <FilterChip
      label={chip ? t(`chips.types.${chip.type}`) : t("filters.type")}
      isSet={chip !== undefined}
      removeUrl={chip?.removeUrl}
      words={words}
    >
      <div className="field">
        <label htmlFor="type">{t("filters.type")}</label>
        <select className="input" id="type" name="type" defaultValue={form.type ?? ""}>
          <option value="">{t("filters.types.all")}</option>
          <option value="invoice">{t("filters.types.invoice")}</option>
          <option value="credit_note">{t("filters.types.credit_note")}</option>
        </select>
      </div>
    </FilterChip>
  );
}
