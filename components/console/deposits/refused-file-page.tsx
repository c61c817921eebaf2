import { getLocale, getTranslations } from "next-intl/server";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { Facts } from "@/components/ui/facts";
import { Form } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { formatDate, formatInstant, isPlainDate, todayIn } from "@/lib/dates";
import type { RefusedFile } from "@/lib/deposits/refused-file";
import { formatFileSize } from "@/lib/file-size";
import type { Locale } from "@/lib/languages";
import { formatMoney, parseDecimal } from "@/lib/money";
import { CorrectionFields, type CorrectionValues } from "./correction-fields";
import type { CorrectionProblem } from "./correction-problem";
import { type CustomerChoice, CustomerSearch } from "./customer-search";
import { depositorName } from "./depositor-name";
import { problemWords } from "./problem-words";

interface RefusedFilePageProps {
  file: RefusedFile;
  timeZone: string;
  /** The values of the form. */
  values: CorrectionValues;
  /** Why the last form was refused. */
  problem: CorrectionProblem | null;
  search: { q: string; found: readonly CustomerChoice[]; isCut: boolean } | null;
  /** Receives the fields of `CorrectionFields`. */
  correct: (form: FormData) => Promise<void>;
  dismiss: (form: FormData) => Promise<void>;
}

/** `/console/deposits/{id}` of a refused file: why it was refused, and the form that corrects its metadata. */
export async function RefusedFilePage(props: RefusedFilePageProps) {
  const { file, timeZone, values, problem, search, correct, dismiss } = props;
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.deposits")]);
  const isOpen = file.resolution === null;
  const instant = (at: Date) => formatInstant(at, locale, timeZone);
  return (
    <div className="grid gap-8">
      <div>
        <Breadcrumb label={t("breadcrumb")} href="/console/deposits">
          {t("title")}
        </Breadcrumb>
        <h1 className="wrap-anywhere">{file.fileName}</h1>
      </div>
      {file.resolution !== null && (
        <Note tone={file.resolution === "accepted" ? "ok" : "info"}>
          <p>{t(`file.${file.resolution}`)}</p>
        </Note>
      )}
      {problem && (
        <Note tone="bad">
          <p>{problem.text}</p>
          {problem.faults.map(({ field, name, text }) => (
            <p key={field} className="mt-1">
              <a href={`#${field}`}>{name}</a>
              {t("file.fault", { text })}
            </p>
          ))}
        </Note>
      )}
      <div className="today-columns">
        <div className="grid gap-8">
          <Section title={t("file.problems")}>
            <ul className="space-y-3 text-2">
              {problemWords(file, t).map(({ title, advice }) => (
                <li key={title}>
                  <b className={isOpen ? "font-medium text-bad" : "font-medium"}>{title}</b>
                  <p className="text-ink-2">{advice}</p>
                </li>
              ))}
            </ul>
            {file.problems.some(({ detail }) => detail !== "") && (
              <details className="fold mt-2">
                <summary>{t("file.apiAnswer")}</summary>
                <ul className="list-disc space-y-1 pl-5 text-1 wrap-anywhere text-ink-2" lang="en">
                  {file.problems.map(({ detail }) => (
                    <li key={detail}>{detail}</li>
                  ))}
                </ul>
              </details>
            )}
          </Section>
          {isOpen && file.keptUntil && (
            <Section title={t("file.correct")}>
              <p className="mb-4 text-2 text-ink-2">{t("file.correctLead")}</p>
              <CustomerSearch fileId={file.id} search={search} />
              <Form action={correct} className="mt-6 grid max-w-form gap-5">
                <CorrectionFields file={file} values={values} faults={problem?.faults ?? []} />
                <div>
                  <SubmitButton kind="main">{t("file.submit")}</SubmitButton>
                </div>
              </Form>
            </Section>
          )}
          {isOpen && !file.keptUntil && (
            <Section title={t("file.again")}>
              <p className="mb-4 text-2 text-ink-2">{t("file.againLead")}</p>
              <LinkButton kind="main" href="/console/deposits/new">
                {t("deposit")}
              </LinkButton>
            </Section>
          )}
          {isOpen && (
            <Section title={t("file.dismissTitle")}>
              <Form action={dismiss} className="grid max-w-form gap-4">
                <p className="text-2 text-ink-2">{t("file.dismissLead")}</p>
                <div>
                  <SubmitButton kind="danger">{t("file.dismiss")}</SubmitButton>
                </div>
              </Form>
            </Section>
          )}
        </div>
        <div className="grid gap-8">
          <Section title={t("file.facts")}>
            <Facts
              facts={[
                { term: t("file.size"), value: formatFileSize(file.size, locale) },
                { term: t("file.by"), value: depositorName(file.by, t) },
                { term: t("file.last"), value: instant(file.lastRefusedAt) },
                { term: t("file.attempts"), value: file.attempts > 1 && String(file.attempts) },
                {
                  term: t("file.kept"),
                  value:
                    isOpen &&
                    (file.keptUntil
                      ? t("file.keptUntil", {
                          date: formatDate(todayIn(timeZone, file.keptUntil.getTime()), locale),
                        })
                      : t("file.notKept")),
                },
              ]}
            />
          </Section>
          {file.reason !== "unreadable" && <WhatFileSays file={file} />}
        </div>
      </div>
    </div>
  );
}

/** The amount of a file as money; as written when it is none in its currency. */
function amountInWords(amount: string, currency: string | null, locale: Locale): string {
  const minor = currency === null ? null : parseDecimal(amount, currency);
  return minor === null || currency === null ? amount : formatMoney(minor, currency, locale);
}

async function WhatFileSays({ file }: { file: RefusedFile }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.deposits")]);
  const { contents } = file;
  const day = (date: string | null) => date && isPlainDate(date) && formatDate(date, locale);
  const facts = [
    { term: t("fields.number"), value: contents.number },
    { term: t("fields.issuedOn"), value: day(contents.issuedOn) },
    { term: t("fields.dueOn"), value: day(contents.dueOn) },
    {
      term: t("fields.totalWithVat"),
      value: contents.totalWithVat && amountInWords(contents.totalWithVat, contents.currency, locale),
    },
    { term: t("file.seller"), value: contents.sellerName },
    { term: t("file.buyer"), value: contents.buyerName },
    { term: t("file.buyerNumbers"), value: contents.buyerSirens.join(", ") },
    { term: t("file.buyerVat"), value: contents.buyerVatNumber },
    { term: t("file.buyerReference"), value: contents.buyerReference },
  ];
  return (
    <Section title={t("file.read")}>
      {contents.type === null ? (
        <p className="text-2 text-ink-2">{t("file.readNothing")}</p>
      ) : (
        <Facts facts={facts} />
      )}
    </Section>
  );
}
