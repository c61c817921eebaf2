import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Pager } from "@/components/ui/pager";
import { SelectField } from "@/components/ui/select-field";
import { formatInstant } from "@/lib/dates";
import { type DepositFilter, depositsPath } from "@/lib/deposits/deposit-filter";
import type { AcceptedFile } from "@/lib/deposits/list-accepted-files";
import type { RefusedFile } from "@/lib/deposits/refused-file";
import { formatMoney } from "@/lib/money";
import type { TimeCursor } from "@/lib/time-cursor";
import { depositorName } from "./depositor-name";
import { RefusedTable } from "./refused-table";

const PATH = "/console/deposits";
const CHOICES = ["accepted", "refused"] as const;

interface FilesPageProps {
  filter: DepositFilter;
  files:
    { kind: "accepted"; list: readonly AcceptedFile[] } | { kind: "refused"; list: readonly RefusedFile[] };
  older: TimeCursor | null;
  timeZone: string;
}

/** `/console/deposits?show=…`: the accepted or refused files, of a day or all, the newest first. */
export async function FilesPage({ filter, files, older, timeZone }: FilesPageProps) {
  const t = await getTranslations("console.deposits");
  const first = { ...filter, after: null };
  return (
    <>
      <Breadcrumb label={t("breadcrumb")} href={PATH}>
        {t("title")}
      </Breadcrumb>
      <h1 className="mb-5">{t(`files.${files.kind}`)}</h1>
      <form
        className="mb-6 grid items-end gap-x-4 gap-y-3 tablet:grid-cols-[12rem_12rem_auto_1fr]"
        role="search"
        aria-label={t("files.filter")}
        method="get"
        action={PATH}
      >
        <SelectField id="show" name="show" label={t("files.show")} defaultValue={files.kind}>
          {CHOICES.map((choice) => (
            <option key={choice} value={choice}>
              {t(`files.shown.${choice}`)}
            </option>
          ))}
        </SelectField>
        <Field id="day" name="day" type="date" label={t("files.day")} defaultValue={filter.day ?? ""} />
        {filter.by && <input type="hidden" name="by" value={filter.by} />}
        <button className="button">{t("files.apply")}</button>
      </form>
      {files.list.length === 0 ? (
        <EmptyState title={t("files.emptyTitle")}>
          <p>{t("files.empty")}</p>
          <p>
            <a href={PATH}>{t("files.clear")}</a>
          </p>
        </EmptyState>
      ) : files.kind === "refused" ? (
        <RefusedTable label={t("files.refused")} files={files.list} timeZone={timeZone} />
      ) : (
        <AcceptedTable files={files.list} timeZone={timeZone} />
      )}
      <Pager
        previousHref={filter.after ? depositsPath(first) : null}
        nextHref={older && depositsPath({ ...filter, after: older })}
        isNewestFirst
      />
    </>
  );
}

async function AcceptedTable({ files, timeZone }: { files: readonly AcceptedFile[]; timeZone: string }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.deposits")]);
  const customer = (file: AcceptedFile): ReactNode =>
    file.invoice && (
      <>
        <a href={`/console/accounts/${file.invoice.accountId}`}>{file.invoice.companyName}</a>
        <small>{t("files.number", { number: file.invoice.customerNumber })}</small>
      </>
    );
  return (
    <table className="plain-table table-cards" aria-label={t("files.accepted")}>
      <thead>
        <tr>
          <th scope="col">{t("files.file")}</th>
          <th scope="col">{t("files.when")}</th>
          <th scope="col">{t("files.invoice")}</th>
          <th scope="col">{t("files.customer")}</th>
          <th scope="col" className="text-right">
            {t("files.amount")}
          </th>
        </tr>
      </thead>
      <tbody>
        {files.map((file) => (
          <tr key={file.depositId}>
            <th scope="row" className="card-line wrap-anywhere">
              <a className="tap-link" href={`${PATH}/${file.depositId}`}>
                {file.fileName}
              </a>
            </th>
            <td className="card-line text-ink-2" data-label={t("files.when")}>
              {formatInstant(file.receivedAt, locale, timeZone)}
              <small>{depositorName(file.by, t)}</small>
            </td>
            <td className="card-line" data-label={t("files.invoice")}>
              {file.invoice ? (
                <a href={`/console/accounts/${file.invoice.accountId}?invoice=${file.invoice.id}`}>
                  {file.invoice.number}
                </a>
              ) : (
                t("files.gone")
              )}
              {file.invoice?.state === "withdrawn" && <small>{t("files.withdrawn")}</small>}
            </td>
            <td className="card-line" data-label={t("files.customer")}>
              {customer(file)}
            </td>
            <td className="card-line tablet:text-right whitespace-nowrap" data-label={t("files.amount")}>
              {file.invoice && formatMoney(file.invoice.signedWithVatMinor, file.invoice.currency, locale)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
