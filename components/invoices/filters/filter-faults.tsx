import type { RegisterWords } from "@/components/invoices/filters/register-words";
import type { FilterForm } from "@/lib/invoices/register/filter-form";

/** What could not be read in the filters: each message leads to its field, which may be in a closed chip. */
export function FilterFaults({ form, words: { t } }: { form: FilterForm; words: RegisterWords }) {
  const faults = (["from", "to", "min", "max"] as const).flatMap((name) => {
    const { fault } = form[name];
    return fault ? [{ name, fault }] : [];
  });
  if (faults.length === 0) return null;
  return (
    <div role="alert">
      <ul className="filter-faults">
        {faults.map(({ name, fault }) => (
          <li key={name}>
            <a href={`#${name}`}>{t(`filters.${name}`)}</a> {t(`filters.faults.${fault}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}
