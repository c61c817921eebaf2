import { getLocale, getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { Form } from "@/components/ui/form";
import type { AccountInvoice } from "@/lib/accounts/one/invoices/list-account-invoices";
import { formatDate, formatInstant } from "@/lib/dates";
import { formatMoney } from "@/lib/money";
import type { AccountFormResult } from "./account-form-result";
import { PageLinks } from "./page-links";
import { RefusedNote } from "./refused-note";

interface InvoicesTableProps {
  invoices: readonly AccountInvoice[];
  accountPath: string;
  /** The links to the next page and back to the first; null when there is none. */
  olderHref: string | null;
  newestHref: string | null;
  timeZone: string;
  formResult: AccountFormResult;
  /** The address that « Renvoyer » writes to; null while no mail may be sent. */
  address: string | null;
  /** Receives `what` and `invoice`. */
  resend: (form: FormData) => Promise<void>;
}

/** The invoices of the account, newest deposit first, each with its facts and the button « Renvoyer ». */
export async function InvoicesTable(props: InvoicesTableProps) {
  const { invoices, accountPath, olderHref, newestHref, timeZone, formResult, address } = props;
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.account.invoices")]);
  return (
    <section id="invoices">
      <h2 className="mb-3">{t("title")}</h2>
      <RefusedNote refused={formResult.refused("invoices")} />
      {invoices.length === 0 ? (
        <p className="text-2 text-ink-2">{t("none")}</p>
      ) : (
        <Form action={props.resend}>
          <input type="hidden" name="what" value="invoice" />
          <table className="plain-table table-cards">
            <thead>
              <tr>
                <th scope="col">{t("number")}</th>
                <th scope="col">{t("issued")}</th>
                <th scope="col" className="is-right">
                  {t("amount")}
                </th>
                <th scope="col">{t("deposited")}</th>
                <th scope="col">
                  <span className="sr-only">{t("actions")}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {invoices.map(({ id, number, issuedOn, depositedAt, totalMinor, currency, state }) => (
                <tr key={id}>
                  <th scope="row" className="card-line">
                    <a href={`${accountPath}?invoice=${id}`}>
                      {number}
                      <span className="sr-only"> {t("answer")}</span>
                    </a>{" "}
                    {state === "withdrawn" && <Badge>{t("withdrawn")}</Badge>}
                  </th>
                  <td data-label={t("issued")}>{formatDate(issuedOn, locale)}</td>
                  <td className="is-right">{formatMoney(totalMinor, currency, locale)}</td>
                  <td className="text-ink-2" data-label={t("deposited")}>
                    {formatInstant(depositedAt, locale, timeZone)}
                  </td>
                  <td className="is-right">
                    {address !== null && state === "available" && (
                      <button
                        className="tap-link"
                        name="invoice"
                        value={id}
                        aria-label={t("resendFor", { number })}
                      >
                        {t("resend")}
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Form>
      )}
      {invoices.length > 0 && address !== null && (
        <p className="mt-2 text-1 text-ink-2">{t("resendHint", { address })}</p>
      )}
      <PageLinks
        newest={newestHref && { href: newestHref, label: t("newest") }}
        older={olderHref && { href: olderHref, label: t("older") }}
      />
    </section>
  );
}
