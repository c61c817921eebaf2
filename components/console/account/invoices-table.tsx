import { getLocale, getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { SubmitButton } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import type { AccountInvoice } from "@/lib/accounts/one/invoices/list-account-invoices";
import { formatDate, formatInstant } from "@/lib/dates";
import { formatMoney } from "@/lib/money";
import type { ActionNews } from "./action-news";

interface InvoicesTableProps {
  invoices: readonly AccountInvoice[];
  accountPath: string;
  /** The links to the next page and back to the first; null when there is none. */
  olderHref: string | null;
  newestHref: string | null;
  timeZone: string;
  news: ActionNews;
  canResend: boolean;
  /** The names of the boxes, in the order of the rows. */
  picks: readonly string[];
  /** Receives `what`, `only` and the chosen boxes. */
  resend: (form: FormData) => Promise<void>;
}

/** The invoices of the account, newest deposit first: what describes each, what happened to it, and « Renvoyer ». */
export async function InvoicesTable(props: InvoicesTableProps) {
  const { invoices, accountPath, olderHref, newestHref, timeZone, news, canResend, picks } = props;
  const [locale, t, a] = await Promise.all([
    getLocale(),
    getTranslations("console.account.invoices"),
    getTranslations("console.account"),
  ]);
  const refused = news.refused("invoices");
  return (
    <section id="invoices">
      <h2 className="mb-3">{t("title")}</h2>
      {refused && (
        <div className="mb-3">
          <Note tone="bad" title={a("refusedTitle")}>
            <p>{refused}</p>
          </Note>
        </div>
      )}
      {invoices.length === 0 ? (
        <p className="text-2 text-ink-2">{t("none")}</p>
      ) : (
        <Form action={props.resend}>
          <input type="hidden" name="what" value="invoices" />
          <table className="plain-table table-cards">
            <thead>
              <tr>
                <th scope="col">{t("number")}</th>
                <th scope="col">{t("issued")}</th>
                <th scope="col">{t("deposited")}</th>
                <th scope="col" className="tablet:text-right">
                  {t("amount")}
                </th>
                <th scope="col">
                  <span className="sr-only">{t("actions")}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {invoices.map((invoice, place) => (
                <tr key={invoice.id}>
                  <th scope="row">
                    {canResend && invoice.state === "available" && (
                      <label className="mr-2 inline-grid size-6 place-items-center align-middle">
                        <input type="checkbox" name={picks[place]} value={invoice.id} />
                        <span className="sr-only">{t("pick", { number: invoice.number })}</span>
                      </label>
                    )}
                    <a href={`${accountPath}?invoice=${invoice.id}`}>
                      {invoice.number}
                      <span className="sr-only"> {t("answer")}</span>
                    </a>{" "}
                    {invoice.state === "withdrawn" && <Badge>{t("withdrawn")}</Badge>}
                  </th>
                  <td>{formatDate(invoice.issuedOn, locale)}</td>
                  <td className="text-ink-2">{formatInstant(invoice.depositedAt, locale, timeZone)}</td>
                  <td className="whitespace-nowrap tablet:text-right">
                    {formatMoney(invoice.totalMinor, invoice.currency, locale)}
                  </td>
                  <td className="text-right">
                    {canResend && invoice.state === "available" && (
                      <button
                        className="button button-quiet"
                        name="only"
                        value={invoice.id}
                        aria-label={t("resendFor", { number: invoice.number })}
                      >
                        {t("resend")}
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <div className="actions mt-3">
            {canResend && (
              <>
                <SubmitButton>{t("resendPicked")}</SubmitButton>
                <span className="text-1 text-ink-2">{t("pickedHint")}</span>
              </>
            )}
            <span className="ml-auto flex gap-4 text-2">
              {newestHref && (
                <a className="tap-link" href={newestHref}>
                  {t("newest")}
                </a>
              )}
              {olderHref && (
                <a className="tap-link" href={olderHref}>
                  {t("older")}
                </a>
              )}
            </span>
          </div>
        </Form>
      )}
    </section>
  );
}
