import { getLocale, getTranslations } from "next-intl/server";
import { formatInstant } from "@/lib/dates";
import type { HistoryEntry } from "@/lib/invoices/one/invoice-history";
import { Fold } from "./fold";

interface HistoryProps {
  entries: readonly HistoryEntry[];
  type: "invoice" | "credit_note";
  timeZone: string;
}

/** The events of the invoice and who caused them, newest first. */
export async function History({ entries, type, timeZone }: HistoryProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("invoice.history")]);
  if (entries.length === 0) return null;
  return (
    <Fold icon="clock" title={t("title")} count={t("count", { count: entries.length })}>
      <ol className="timeline">
        {entries.map((entry, index) => (
          <li key={index} className={entry.kind === "mail" && entry.isTrouble ? "trouble" : undefined}>
            <Title entry={entry} type={type} />
            <time dateTime={entry.at.toISOString()}>{formatInstant(entry.at, locale, timeZone)}</time>
            <Detail entry={entry} />
          </li>
        ))}
      </ol>
    </Fold>
  );
}

async function Title({ entry, type }: { entry: HistoryEntry; type: "invoice" | "credit_note" }) {
  const t = await getTranslations("invoice.history");
  switch (entry.kind) {
    case "deposited":
      return <span>{t("deposited", { type, by: entry.by })}</span>;
    case "seen":
    case "downloaded":
      return entry.by === null ? (
        <b>{t(entry.kind, { type, by: t("you") })}</b>
      ) : (
        <span>{t(entry.kind, { type, by: entry.by })}</span>
      );
    case "shared":
      return <span>{t("shared", { type, by: entry.by ?? t("you") })}</span>;
    case "share_revoked":
      return <span>{t("shareRevoked", { by: entry.by ?? t("you") })}</span>;
    case "share_used":
      return <span>{t("shareUsed", { count: entry.count })}</span>;
    case "mail":
      return <span>{t(`mails.${entry.mail}`)}</span>;
    case "mail_to_come":
      return <span>{t("mailToCome")}</span>;
    case "no_mail":
      return <span>{t("noMail")}</span>;
    case "link_used":
      return <span>{t("linkUsed", { count: entry.count })}</span>;
  }
}

async function Detail({ entry }: { entry: HistoryEntry }) {
  const [t, statuses] = await Promise.all([
    getTranslations("invoice.history"),
    getTranslations("recentMails.statuses"),
  ]);
  switch (entry.kind) {
    case "deposited":
      return <small>{t("ledger", { entry: entry.ledgerEntry })}</small>;
    case "mail":
      return (
        <small>
          {statuses(entry.status)}
          <br />
          <bdi>{entry.recipient}</bdi>
        </small>
      );
    case "mail_to_come":
      return <small>{t(`preferences.${entry.preference}`)}</small>;
    case "no_mail":
      return <small>{t(`whyNoMail.${entry.why}`)}</small>;
    case "link_used":
      return <small>{t("linkUse", { others: entry.namesOthers ? "yes" : "no" })}</small>;
    case "shared":
    case "share_revoked":
    case "share_used":
      return (
        <small>
          <bdi>{t("shareFor", { recipient: entry.recipient })}</bdi>
        </small>
      );
    case "seen":
    case "downloaded":
      return null;
  }
}
