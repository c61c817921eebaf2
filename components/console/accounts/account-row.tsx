import { getLocale, getTranslations } from "next-intl/server";
import { AccountState } from "@/components/console/accounts/account-state";
import { MatchedText } from "@/components/console/accounts/matched-text";
import type { AccountQuery } from "@/lib/accounts/lists/account-query";
import type { ListedAccount } from "@/lib/accounts/lists/list-accounts";
import type { FoundMatch } from "@/lib/accounts/search/found-account";
import { formatDate } from "@/lib/dates";
import { formatSiren } from "@/lib/written-identifiers";

interface AccountRowProps {
  row: ListedAccount;
  query: AccountQuery;
  timeZone: string;
  unusedActivationBefore: Date;
}

/** One account: the company, its notification settings, its state, and the date of its last invoice. */
export async function AccountRow({ row, query, timeZone, unusedActivationBefore }: AccountRowProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.accounts")]);
  const { q } = query;
  const invoice = row.matches.find(({ invoiceId }) => invoiceId !== null);
  const path = `/console/accounts/${row.id}`;
  const isPerson = row.matches.some(({ kind }) => kind === "person" || kind === "identifier");
  // A search for a person leads to the list of people, which says what keeps each from signing in.
  const href = invoice ? `${path}?invoice=${invoice.invoiceId}` : isPerson ? `${path}#people` : path;
  const isMatchVisible = row.matches.some((match) => isShownInRow(match, row));
  const reason = isMatchVisible ? invoice : (invoice ?? row.matches[0]);
  return (
    <tr role="row">
      <td role="cell" className="choice">
        <label>
          <input type="checkbox" name="account" value={row.id} />
          <span className="sr-only">{t("bulk.tick", { company: row.companyName })}</span>
        </label>
      </td>
      <td role="cell" className="company">
        <a href={href}>
          <MatchedText text={row.companyName} q={q} />
        </a>
        <small>
          {row.siren !== null && <>SIREN&nbsp;{formatSiren(row.siren)}</>}
          {row.siren !== null && row.adviser !== null && " · "}
          {row.adviser !== null && t("adviser", { name: row.adviser })}
        </small>
        {reason && <small>{foundBy(reason)}</small>}
      </td>
      <td role="cell" data-label={t("columns.number")}>
        <MatchedText text={row.customerNumber} q={q} />
      </td>
      <td role="cell">
        {row.email === null ? "—" : <MatchedText text={row.email} q={q} />}
        <small>
          {t(row.channel === "paper" ? "preferences.paper" : `preferences.${row.preference}`)}
          {row.pendingEmail !== null && <> · {t("pending", { email: row.pendingEmail })}</>}
        </small>
      </td>
      <td role="cell">
        <AccountState
          row={row}
          list={query.list}
          timeZone={timeZone}
          unusedActivationBefore={unusedActivationBefore}
        />
        <small>{t("people", { count: row.people })}</small>
      </td>
      <td role="cell" className="last" data-label={t("columns.last")}>
        {row.lastInvoiceOn === null ? "—" : formatDate(row.lastInvoiceOn, locale)}
      </td>
    </tr>
  );

  function foundBy({ kind, shown }: FoundMatch) {
    return t.rich(`foundBy.${kind}`, { shown, mark: (words) => <mark>{words}</mark> });
  }
}

/** Whether the row shows and highlights the value in its own column. */
const isShownInRow = ({ kind, shown }: FoundMatch, { email }: ListedAccount) =>
  kind === "company" || kind === "customer_number" || shown === email;
