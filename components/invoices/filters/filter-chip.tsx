import type { ReactNode } from "react";
import type { RegisterWords } from "@/components/invoices/filters/register-words";
import { Icon } from "@/components/ui/icon";

interface FilterChipProps {
  /** The name of the filter, or its value when it is set. */
  label: string;
  isSet: boolean;
  /** Opens it at once, to show a field that could not be read. */
  isOpen?: boolean;
  /** The list without this filter. */
  removeUrl?: string | undefined;
  className?: string;
  words: RegisterWords;
  /** The fields. */
  children: ReactNode;
}

/**
 * One filter: a chip that opens its fields, natively, and closes the chip that was open. On a phone the fields are at the
 * bottom of the screen.
 */
export function FilterChip(props: FilterChipProps) {
  const { label, isSet, removeUrl, words } = props;
  const { t } = words;
  return (
    <span className={`filter-chip ${isSet ? "is-set" : ""} ${props.className ?? ""}`.trim()}>
      <details name="filter" open={props.isOpen || undefined}>
        <summary>
          {!isSet && <Icon name="plus" />}
          <span>{label}</span>
          {isSet && <Icon name="down" />}
        </summary>
        <div className="filter-panel">
          {props.children}
          <div className="flex items-center gap-4">
            <button className="button button-main">{t("filters.periods.show")}</button>
            {removeUrl !== undefined && (
              <a className="tap-link" href={removeUrl}>
                {t("filters.clear")}
              </a>
            )}
          </div>
        </div>
      </details>
      {removeUrl !== undefined && <RemoveFilter label={label} removeUrl={removeUrl} words={words} />}
    </span>
  );
}

interface FilterLinkProps {
  label: string;
  /** The list with this filter; without it when it is set. */
  url: string;
  isSet: boolean;
  words: RegisterWords;
}

/** A filter without a field: set and removed by one click. */
export function FilterLink({ label, url, isSet, words }: FilterLinkProps) {
  if (!isSet)
    return (
      <a className="filter-chip" href={url}>
        <span className="filter-label">
          <Icon name="plus" />
          {label}
        </span>
      </a>
    );
  return (
    <span className="filter-chip is-set">
      <span className="filter-label">{label}</span>
      <RemoveFilter label={label} removeUrl={url} words={words} />
    </span>
  );
}

interface RemoveFilterProps {
  label: string;
  removeUrl: string;
  words: RegisterWords;
}

const RemoveFilter = ({ label, removeUrl, words: { t } }: RemoveFilterProps) => (
  <a className="filter-clear" href={removeUrl}>
    <Icon name="remove" />
    <span className="sr-only">
      {t("chips.remove")} {label}
    </span>
  </a>
);
