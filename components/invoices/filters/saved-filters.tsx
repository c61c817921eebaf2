import { getTranslations } from "next-intl/server";
import { SubmitButton } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field-frame";
import { Form } from "@/components/ui/form";
import { Icon } from "@/components/ui/icon";
import type { RegisterView } from "@/lib/invoices/register/register-view";
import { LONGEST_FILTER_NAME, MAX_SAVED_FILTERS } from "@/lib/invoices/saved-filters/saved-filter";
import type { SavingRefusal } from "@/lib/invoices/saved-filters/saved-filter-outcome";

type Action = (data: FormData) => Promise<void>;

interface SaveFilterProps {
  query: string;
  refusal: SavingRefusal | null;
  save: Action;
}

/** « Enregistrer ce filtre »: the form that saves the current search under a name. */
export async function SaveFilter({ query, refusal, save }: SaveFilterProps) {
  const t = await getTranslations("register.saved");
  return (
    <details className="fold" open={refusal !== null || undefined}>
      <summary className="tap-link">{t("keep")}</summary>
      <Form action={save} className="w-[min(26rem,100%)] py-2">
        <input type="hidden" name="query" value={query} />
        <div className="field">
          <label htmlFor="filter-name">{t("name")}</label>
          {refusal && (
            <FieldError id="filter-name-error">
              {t(`refusals.${refusal.reason}`, { length: LONGEST_FILTER_NAME, count: MAX_SAVED_FILTERS })}
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
            <SubmitButton>{t("save")}</SubmitButton>
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
}

/** The user's saved searches, each with a link to open it and a button to remove it. */
export async function SavedFilters({ filters, query, remove }: SavedFiltersProps) {
  if (filters.length === 0) return null;
  const t = await getTranslations("register.saved");
  return (
    <details className="fold">
      <summary className="tap-link">
        {t("mine", { count: filters.length })}
        <Icon name="down" className="w-4 chevron" />
      </summary>
      <ul className="w-[min(26rem,100%)] py-2">
        {filters.map(({ id, name, href }) => (
          <li key={id} className="flex items-center justify-between gap-4 border-t border-line">
            <a className="tap-link" href={href}>
              {name}
            </a>
            <Form action={remove}>
              <input type="hidden" name="id" value={id} />
              <input type="hidden" name="query" value={query} />
              <SubmitButton kind="quiet">
                {t("remove")}
                <span className="sr-only"> {name}</span>
              </SubmitButton>
            </Form>
          </li>
        ))}
      </ul>
    </details>
  );
}
