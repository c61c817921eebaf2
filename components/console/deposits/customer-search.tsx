import { getTranslations } from "next-intl/server";
import { Field } from "@/components/ui/field";

export interface CustomerChoice {
  customerNumber: string;
  companyName: string;
  siren: string | null;
}

interface CustomerSearchProps {
  fileId: string;
  /** Null when nothing was searched for. */
  search: { q: string; found: readonly CustomerChoice[]; isCut: boolean } | null;
}

/** Finds a customer by name or number, to put the number into the correction form. Works without scripts. */
export async function CustomerSearch({ fileId, search }: CustomerSearchProps) {
  const t = await getTranslations("console.deposits.file");
  const path = `/console/deposits/${fileId}`;
  return (
    <div className="grid max-w-form gap-3">
      <form method="get" action={path} role="search" className="grid gap-3">
        <Field
          id="q"
          name="q"
          label={t("customerSearch")}
          hint={t("customerHint")}
          defaultValue={search?.q ?? ""}
          autoComplete="off"
        />
        <div>
          <button className="button">{t("search")}</button>
        </div>
      </form>
      {search && search.found.length === 0 && (
        <p className="text-2" role="status">
          {t("noneFound", { q: search.q })}
        </p>
      )}
      {search && search.found.length > 0 && (
        <>
          <ul className="border-t border-line text-2" aria-label={t("found")}>
            {search.found.map(({ customerNumber, companyName, siren }) => (
              <li
                key={customerNumber}
                className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 border-b border-line py-2"
              >
                <span className="wrap-anywhere">
                  {companyName}
                  <small className="block text-1 text-ink-2">
                    {customerNumber}
                    {siren !== null && `, SIREN ${siren}`}
                  </small>
                </span>
                <a
                  className="tap-link"
                  href={`${path}?${new URLSearchParams({ customerNumber })}#customerNumber`}
                >
                  {t("choose")} <span className="sr-only">{companyName}</span>
                </a>
              </li>
            ))}
          </ul>
          {search.isCut && (
            <p className="text-1 text-ink-2">{t("cutFound", { count: search.found.length })}</p>
          )}
        </>
      )}
    </div>
  );
}
