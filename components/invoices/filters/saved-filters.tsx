import type { RegisterWords } from "@/components/invoices/filters/register-words";
import { SubmitButton } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field-frame";
import { Form } from "@/components/ui/form";
import type { RegisterView } from "@/lib/invoices/register/register-view";
import { LONGEST_FILTER_NAME, MAX_SAVED_FILTERS } from "@/lib/invoices/saved-filters/saved-filter";
import type { SavingRefusal } from "@/lib/invoices/saved-filters/saved-filter-outcome";

type Action = (data: FormData) => Promise<void>;

interface SaveFilterProps {
  query: string;
  refusal: SavingRefusal | null;
  save: Action;
  words: RegisterWords;
}

/** « Enregistrer ce filtre »: the form that saves the current search under a name. */
export function SaveFilter({ query, refusal, save, words: { t } }: SaveFilterProps) {
  return (
    <details className="fact-menu" name="filter" open={refusal !== null || undefined}>
      <summary>{t("saved.keep")}</summary>
      <Form action={save} className="filter-panel">
        <input type="hidden" name="query" value={query} />
        <div className="field">
          <label htmlFor="filter-name">{t("saved.name")}</label>
          {refusal && (
            <FieldError id="filter-name-error">
              {t(`saved.refusals.${refusal.reason}`, {
                length: LONGEST_FILTER_NAME,
                count: MAX_SAVED_FILTERS,
              })}
            </FieldError>
          )}
          <div className="input-group">
            <input
              className="input"
              id="filter-name"
              name="name"
              maxLength={LONGEST_FILTER_NAME}
              defaultValue={refusal?.name}
              autoComplete="off"
              aria-invalid={refusal ? true : undefined}
              aria-describedby={refusal ? "filter-name-error" : undefined}
            />
            <SubmitButton>{t("saved.save")}</SubmitButton>
          </div>
        </div>
      </Form>
    </details>
  );
}

interface SavedFiltersProps {
  filters: RegisterView["savedFilters"];
  query: string;
  remove: Action;
  words: RegisterWords;
}

/** The user's saved searches, each with a link to open it and a button to remove it. */
export function SavedFilters({ filters, query, remove, words: { t } }: SavedFiltersProps) {
  if (filters.length === 0) return null;
  return (
    <details className="fact-menu" name="filter">
      <summary>{t("saved.mine", { count: filters.length })}</summary>
      <ul className="filter-panel">
        {filters.map(({ id, name, href }) => (
          <li key={id} className="flex items-center justify-between gap-4 border-t border-line">
            <a className="tap-link" href={href}>
              {name}
            </a>
            <Form action={remove}>
              <input type="hidden" name="id" value={id} />
              <input type="hidden" name="query" value={query} />
              <SubmitButton kind="quiet">
                {t("saved.remove")}
                <span className="sr-only"> {name}</span>
              </SubmitButton>
            </Form>
          </li>
        ))}
      </ul>
    </details>
  );
}
