import { getLocale, getTranslations } from "next-intl/server";
import type { AccountTotal } from "@/lib/accounting/batch-totals";
import { formatMoney } from "@/lib/money";

interface AccountTotalsProps {
  accounts: readonly AccountTotal[];
  currency: string;
}

/** Debit and credit of each account, and their sums, which are equal. */
export async function AccountTotals({ accounts, currency }: AccountTotalsProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("accounting.accounts")]);
  const money = (minor: bigint) => (minor === 0n ? "" : formatMoney(minor, currency, locale));
  const sum = (side: "debitMinor" | "creditMinor") =>
    accounts.reduce((total, account) => total + account[side], 0n);
  return (
    <table className="w-full max-w-240 bg-surface text-2">
      <thead>
        <tr>
          <th scope="col" className="border-b border-line px-3 py-2 text-left">
            {t("account")}
          </th>
          <th scope="col" className={FIGURE}>
            {t("debit")}
          </th>
          <th scope="col" className={FIGURE}>
            {t("credit")}
          </th>
        </tr>
      </thead>
      <tbody>
        {accounts.map(({ role, account, name, debitMinor, creditMinor }) => (
          <tr key={`${role} ${account}`}>
            <th scope="row" className="border-b border-line px-3 py-2 text-left font-medium wrap-anywhere">
              {account} <span className="block font-regular text-ink-2">{name}</span>
            </th>
            <td className={FIGURE}>{money(debitMinor)}</td>
            <td className={FIGURE}>{money(creditMinor)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" className="border-b border-line px-3 py-2 text-left">
            {t("total")}
          </th>
          <td className={`${FIGURE} font-bold`}>{money(sum("debitMinor"))}</td>
          <td className={`${FIGURE} font-bold`}>{money(sum("creditMinor"))}</td>
        </tr>
      </tfoot>
    </table>
  );
}

const FIGURE = "border-b border-line px-3 py-2 text-right align-top whitespace-nowrap";
