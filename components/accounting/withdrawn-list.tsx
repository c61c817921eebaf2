import { getLocale, getTranslations } from "next-intl/server";
import { Note } from "@/components/ui/note";
import type { WithdrawnEntry } from "@/lib/accounting/withdrawn-entries";
import { formatDate } from "@/lib/dates";
import { formatMoney } from "@/lib/money";

/** Invoices that were withdrawn after they went into a batch; `isTold` in the batch that tells of it. */
export async function WithdrawnList({
  entries,
  isTold,
}: {
  entries: readonly WithdrawnEntry[];
  isTold: boolean;
}) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("accounting")]);
  if (entries.length === 0) return null;
  return (
    <Note tone="warn" title={t("withdrawnTitle")}>
      <p>{isTold ? t("withdrawnTold") : t("withdrawnLead")}</p>
      <ul>
        {entries.map(({ batchId, batchNumber, position, number, issuedOn, totalMinor, currency }) => (
          <li key={`${batchId} ${position}`} className="wrap-anywhere">
            <a href={`/invoices/accounting/${batchId}`}>
              {t("withdrawnEntry", {
                number,
                date: formatDate(issuedOn, locale),
                batch: batchNumber,
                position: String(position),
              })}
            </a>{" "}
            {formatMoney(totalMinor, currency, locale)}
          </li>
        ))}
      </ul>
    </Note>
  );
}
