import { getLocale, getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { formatDate, formatInstant } from "@/lib/dates";
import type { RecentDeposit } from "@/lib/deposits/list-recent-deposits";
import { formatMoney } from "@/lib/money";

interface RecentDepositsProps {
  supplierName: string;
  deposits: readonly RecentDeposit[];
  timeZone: string;
}

/** The last deposits and their customers, the newest first. */
export async function RecentDeposits({ supplierName, deposits, timeZone }: RecentDepositsProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.today.deposits")]);
  if (deposits.length === 0)
    return <p className="text-2 text-ink-2">{t("none", { supplier: supplierName })}</p>;
  return (
    <ol className="bleed border-t border-line bg-surface text-2" aria-label={t("title")}>
      {deposits.map((deposit) => (
        <li
          key={deposit.invoiceId}
          className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-b border-line px-4 py-2 desk:grid-cols-[9rem_12rem_minmax(0,1fr)_9rem_8rem]"
        >
          <span className="text-ink-2 max-desk:order-3">
            {formatInstant(deposit.depositedAt.getTime(), locale, timeZone)}
          </span>
          <span className="font-medium max-desk:order-1">
            {deposit.number} {deposit.type === "credit_note" && <Badge>{t("creditNote")}</Badge>}
          </span>
          <span className="min-w-0 break-words max-desk:order-5 max-desk:col-span-2">
            <a href={`/console/accounts/${deposit.accountId}?invoice=${deposit.invoiceId}`}>
              {deposit.companyName}
            </a>{" "}
            <span className="whitespace-nowrap text-ink-2">
              {t("customer", { number: deposit.customerNumber })}
            </span>
          </span>
          <span className="text-ink-2 max-desk:order-4 max-desk:text-right">
            {t("issued", { date: formatDate(deposit.issuedOn, locale) })}
          </span>
          <span className="text-right whitespace-nowrap max-desk:order-2">
            {formatMoney(deposit.signedWithVatMinor, deposit.currency, locale)}
          </span>
        </li>
      ))}
    </ol>
  );
}
