import { getLocale, getTranslations } from "next-intl/server";
import type { ListedBatch } from "@/lib/accounting/open-accounting";
import { formatDate, formatInstant } from "@/lib/dates";

interface BatchFactsProps {
  batch: Pick<
    ListedBatch,
    "invoices" | "firstIssuedOn" | "lastIssuedOn" | "madeAt" | "madeBy" | "incomplete"
  >;
  timeZone: string;
  /** In a list, below the name of the batch. */
  isSmall?: boolean;
}

/** What is in a batch; who made it and when; how many of its invoices are to complete. */
export async function BatchFacts({ batch, timeZone, isSmall = false }: BatchFactsProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("accounting")]);
  const { invoices, firstIssuedOn, lastIssuedOn, madeBy, incomplete } = batch;
  const at = formatInstant(batch.madeAt, locale, timeZone);
  return (
    <>
      <p>
        {t("batchFrom", {
          count: invoices,
          from: formatDate(firstIssuedOn, locale),
          to: formatDate(lastIssuedOn, locale),
        })}
      </p>
      <p className={`${isSmall ? "text-1 " : ""}text-ink-2 wrap-anywhere`}>
        {madeBy === null ? t("madeBySomebody", { at }) : t("madeBy", { at, name: madeBy })}
        {incomplete > 0 && ` · ${t("incomplete", { count: incomplete })}`}
      </p>
    </>
  );
}
