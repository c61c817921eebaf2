import { getLocale, getTranslations } from "next-intl/server";
import type { HistoryEntry } from "@/components/invoices/invoice-detail";
import { Section } from "@/components/ui/section";
import { formatInstant } from "@/lib/dates";

type HistoryProps = { entries: readonly HistoryEntry[]; timeZone: string };

/** Who did what with the invoice, newest first. */
export async function History({ entries, timeZone }: HistoryProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("invoice.history")]);
  if (entries.length === 0) return null;
  return (
    <Section title={t("title")}>
      <ol className="timeline">
        {entries.map((entry) => (
          <li key={`${entry.kind} ${entry.at} ${entry.by}`}>
            <span>{t(entry.kind, { by: entry.by })}</span>
            <time dateTime={new Date(entry.at).toISOString()}>
              {formatInstant(entry.at, locale, timeZone)}
            </time>
            {entry.kind === "deposited" && entry.ledgerEntry !== null && (
              <small>{t("ledger", { entry: entry.ledgerEntry })}</small>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}
