import { getLocale, getTranslations } from "next-intl/server";
import { previewWords } from "@/components/invoices/document/document-preview";
import { LinkButton } from "@/components/ui/button";
import { formatDate, formatMonth, formatShortDate } from "@/lib/dates";
import type { ReadingList } from "@/lib/invoices/register/open-reading";
import type { RegisterRow } from "@/lib/invoices/register/register-row";
import { formatMoney } from "@/lib/money";
import { ReadingMode } from "./reading-mode";
import type { ReadingEntry, ReadingWords } from "./reading-words";

interface ReadingPageProps {
  list: ReadingList;
  isAhead: boolean;
  /** The readable view of the current invoice, when it is an XML file. */
  children: React.ReactNode;
}

/** `/invoices/reading`: the invoices of a list, read one after the other. */
export async function ReadingPage({ list, isAhead, children }: ReadingPageProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("reading")]);
  const { current, listHref } = list;
  if (!current)
    return (
      <div className="page-width space-y-4 py-8">
        <h1>{t("title")}</h1>
        <p>{t("none")}</p>
        <LinkButton href={listHref}>{t("closeTitle")}</LinkButton>
      </div>
    );
  const entries = await readingEntries(list);
  return (
    <ReadingMode
      entries={entries}
      startAt={list.rows.indexOf(current)}
      count={list.count}
      listHref={listHref}
      nextHref={list.nextHref}
      isAhead={isAhead}
      words={await readingWords()}
    >
      {children}
    </ReadingMode>
  );

  async function readingEntries({ rows }: ReadingList): Promise<ReadingEntry[]> {
    const [facts, invoice] = await Promise.all([
      getTranslations("invoice.facts"),
      getTranslations("invoice"),
    ]);
    return rows.map((row, at): ReadingEntry => {
      const month = row.issuedOn.slice(0, 7);
      const names = [row.vehicles[0], row.contracts[0]].filter((name) => name !== undefined);
      return {
        ...{ id: row.id, number: row.number, names },
        title: invoice(`title.${row.type}`, { number: row.number }),
        month: rows[at - 1]?.issuedOn.slice(0, 7) === month ? null : formatMonth(row.issuedOn, locale),
        amount: formatMoney(row.signedWithVatMinor, row.currency, locale),
        line: lineOf(row),
        due: row.dueOn && dueOf(row, row.dueOn),
        state: row.readingState.kind,
        stateLabel: t(`states.${row.readingState.kind}`),
        isPdf: row.isPdf,
        href: row.readingHref,
        pageHref: row.href,
        originalHref: row.originalHref,
        downloadHref: row.downloadHref,
      };
    });

    function dueOf(row: RegisterRow, dueOn: string): string {
      return facts("payableOn", { way: row.paymentWay, date: formatDate(dueOn, locale) });
    }

    function lineOf({ issuedOn, vehicles, contracts, type }: RegisterRow): string {
      return [
        formatShortDate(issuedOn, locale),
        vehicles[0] ?? contracts[0],
        type === "credit_note" && t("creditNote"),
      ]
        .filter(Boolean)
        .join(" · ");
    }
  }
}

/** The texts that the browser needs; it fills in the numbers. */
async function readingWords(): Promise<ReadingWords> {
  const [t, preview] = await Promise.all([getTranslations("reading"), previewWords()]);
  return {
    ...{ title: t("title"), heading: t("heading", { position: "{position}" }) },
    ...{ position: t("position", { at: "{at}", count: "{count}" }) },
    ...{ close: t("close"), list: t("list"), just: t("states.just") },
    taken: { zero: t("taken.zero"), one: t("taken.one"), other: t("taken.other", { count: "{count}" }) },
    keys: {
      ...{ next: t("keys.next"), previous: t("keys.previous"), download: t("keys.download") },
      ...{ close: t("keys.close"), escape: t("keys.escape") },
    },
    ...{ keysOff: t("keysOff"), keysOn: t("keysOn"), page: t("page"), download: t("download") },
    ...{ open: t("open"), document: t("document"), previous: t("previous"), next: t("next") },
    ...{ more: t("more"), loading: t("loading"), failed: t("failed"), preview },
  };
}
