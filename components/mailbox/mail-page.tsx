import { getLocale, getTranslations } from "next-intl/server";
import { MAILBOX } from "@/components/mailbox/mailbox-path";
import { senderName } from "@/components/mailbox/sender-name";
import { Facts } from "@/components/ui/facts";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { formatInstant } from "@/lib/dates";
import { formatFileSize } from "@/lib/file-size";

interface Mail {
  id: string;
  from: string;
  replyTo: string;
  to: string;
  subject: string;
  text: string;
  headers: Readonly<Record<string, string>>;
  attachments: readonly { fileName: string; mediaType: string; size: number }[];
  /** Milliseconds since 1970. */
  sentAt: number;
}

/** One mail of the demo mailbox: as a mail client shows it, as plain text, with its headers and attachments. */
export async function MailPage({ mail }: { mail: Mail }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("mailbox")]);
  const base = `${MAILBOX}/${mail.id}`;
  return (
    <>
      <p className="breadcrumb">
        <a href={MAILBOX}>{t("title")}</a>
      </p>
      <PageHead title={mail.subject} />
      <Facts
        className="mb-6"
        facts={[
          { term: t("from"), value: <Sender from={mail.from} /> },
          { term: t("to"), value: <a href={`${MAILBOX}?to=${encodeURIComponent(mail.to)}`}>{mail.to}</a> },
          { term: t("replyTo"), value: mail.replyTo },
          { term: t("sentAt"), value: formatInstant(mail.sentAt, locale, "Europe/Paris") },
          {
            term: t("attachments"),
            value: mail.attachments.length > 0 && (
              <ul>
                {mail.attachments.map(({ fileName, size }, number) => (
                  <li key={number}>
                    <a href={`${base}/attachments/${number}`} download>
                      {fileName}
                    </a>{" "}
                    <span className="whitespace-nowrap text-ink-2">{formatFileSize(size, locale)}</span>
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8 desk:grid-cols-[minmax(0,1fr)_25rem]">
        <Section title={t("html")}>
          <iframe
            className="block h-[46rem] w-full resize-y border border-line bg-surface"
            src={`${base}/html`}
            sandbox="allow-popups allow-popups-to-escape-sandbox"
            title={t("htmlFrame", { subject: mail.subject })}
          />
        </Section>
        <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-8">
          <Section title={t("text")}>
            <pre className="font-mono text-1 leading-text wrap-anywhere whitespace-pre-wrap">{mail.text}</pre>
          </Section>
          {Object.keys(mail.headers).length > 0 && (
            <Section title={t("headers")}>
              <dl className="grid gap-2 text-1">
                {Object.entries(mail.headers).map(([name, value]) => (
                  <div key={name}>
                    <dt className="text-ink-2">{name}</dt>
                    <dd className="font-mono break-words">{value}</dd>
                  </div>
                ))}
              </dl>
            </Section>
          )}
        </div>
      </div>
    </>
  );
}

function Sender({ from }: { from: string }) {
  const name = senderName(from);
  if (name === from) return from;
  return (
    <>
      {name} <span className="text-ink-2">{/<([^<>]*)>$/.exec(from)?.[1]}</span>
    </>
  );
}
