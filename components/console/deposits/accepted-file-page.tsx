import { getLocale, getTranslations } from "next-intl/server";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Facts } from "@/components/ui/facts";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { formatDate, formatInstant } from "@/lib/dates";
import type { AcceptedFile } from "@/lib/deposits/list-accepted-files";
import { formatFileSize } from "@/lib/file-size";
import { formatMoney } from "@/lib/money";
import { depositorName } from "./depositor-name";
import { warningWords } from "./problem-words";

/** `/console/deposits/{id}` of an accepted file: what arrived, and the invoice that it became. */
export async function AcceptedFilePage({ file, timeZone }: { file: AcceptedFile; timeZone: string }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.deposits")]);
  const { invoice, warnings } = file;
  return (
    <div className="grid max-w-text gap-6">
      <div>
        <Breadcrumb label={t("breadcrumb")} href="/console/deposits">
          {t("title")}
        </Breadcrumb>
        <h1 className="wrap-anywhere">{file.fileName}</h1>
      </div>
      {invoice === null && (
        <Note tone="info">
          <p>{t("one.gone")}</p>
        </Note>
      )}
      {invoice?.state === "withdrawn" && (
        <Note tone="warn">
          <p>{t("one.withdrawn")}</p>
        </Note>
      )}
      <Facts
        facts={[
          {
            term: invoice?.type === "credit_note" ? t("one.creditNote") : t("one.invoice"),
            value: invoice && (
              <a href={`/console/accounts/${invoice.accountId}?invoice=${invoice.id}`}>{invoice.number}</a>
            ),
          },
          {
            term: t("one.customer"),
            value: invoice && (
              <a href={`/console/accounts/${invoice.accountId}`}>
                {invoice.companyName}, {t("files.number", { number: invoice.customerNumber })}
              </a>
            ),
          },
          {
            term: t("one.amount"),
            value: invoice && formatMoney(invoice.signedWithVatMinor, invoice.currency, locale),
          },
          { term: t("one.issued"), value: invoice && formatDate(invoice.issuedOn, locale) },
          { term: t("one.received"), value: formatInstant(file.receivedAt, locale, timeZone) },
          { term: t("one.by"), value: depositorName(file.by, t) },
          { term: t("one.size"), value: formatFileSize(file.size, locale) },
        ]}
      />
      {warnings.length > 0 && (
        <Section title={t("one.warnings")}>
          <ul className="list-disc space-y-1 pl-5 text-2">
            {warningWords(warnings, t).map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
          <details className="fold mt-2">
            <summary>{t("file.apiAnswer")}</summary>
            <ul className="list-disc space-y-1 pl-5 text-1 wrap-anywhere text-ink-2" lang="en">
              {warnings.map(({ detail }) => (
                <li key={detail}>{detail}</li>
              ))}
            </ul>
          </details>
        </Section>
      )}
    </div>
  );
}
