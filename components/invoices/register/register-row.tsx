import type { ReactNode } from "react";
import type { RegisterWords } from "@/components/invoices/filters/register-words";
import { formatDate } from "@/lib/dates";
import type { RegisterRow as Row } from "@/lib/invoices/register/register-row";
import type { RegisterColumn } from "@/lib/invoices/register/register-table";
import type { Hit } from "@/lib/invoices/register/search-hit";
import { formatMoney } from "@/lib/money";

/** The classes of the cells. */
const CELLS: Record<RegisterColumn, string> = {
  reading: "",
  issuedOn: "issued",
  number: "number",
  company: "company",
  contract: "contract",
  vehicle: "vehicle",
  dueOn: "due-on",
  withoutVat: "untaxed",
  withVat: "total",
};
const READINGS = { new: "unread", seen: "opened", taken: "taken" };

interface RegisterRowProps {
  row: Row;
  columns: readonly RegisterColumn[];
  isPicked: boolean;
  /** Everything that matches is chosen, so that single rows cannot be. */
  isFixed: boolean;
  words: RegisterWords;
}

/**
 * One invoice. The link to it covers the row; the box and the download lie above it. The markup is minimal, and its parts
 * are functions and not components, because the rows make up most of the page.
 */
export function RegisterRow({ row, columns, isPicked, isFixed, words }: RegisterRowProps) {
  const { t } = words;
  return (
    <tr role="row" className={row.readingState.kind === "new" ? "is-new" : undefined}>
      <td role="cell" className="choose">
        <input
          type="checkbox"
          name="chosen"
          value={row.id}
          defaultChecked={isPicked}
          disabled={isFixed || undefined}
          aria-label={t("selection.choose", { number: row.number })}
          data-amounts={amountsOf(row)}
        />
      </td>
      {columns.map((column) => (
        <td
          key={column}
          role="cell"
          className={column === "reading" ? READINGS[row.readingState.kind] : CELLS[column]}
        >
          {contentOf(column, row, words)}
        </td>
      ))}
      <td role="cell" className="download">
        <a href={row.downloadHref} aria-label={`${t("download")} ${row.number}`} />
      </td>
    </tr>
  );
}

/** Currency and amounts for the sums of a choice; see selection-totals.tsx. */
const amountsOf = ({ currency, signedWithVatMinor, signedWithoutVatMinor }: Row): string =>
  `${currency} ${signedWithVatMinor}${signedWithoutVatMinor === null ? "" : ` ${signedWithoutVatMinor}`}`;

function contentOf(column: RegisterColumn, row: Row, words: RegisterWords): ReactNode {
  const { t, locale } = words;
  const { hits } = row;
  switch (column) {
    case "reading":
      return readingWords(row, words);
    case "issuedOn":
      return formatDate(row.issuedOn, locale);
    case "number":
      return (
        <>
          <a href={row.href}>{marked(row.number, hits.number)}</a>
          {row.type === "credit_note" && <span className="badge">{t("creditNote")}</span>}
        </>
      );
    case "company":
      return row.company;
    case "contract":
      return namesOf(row.contracts, hits.contract);
    case "vehicle":
      return namesOf(row.vehicles, hits.vehicle);
    case "dueOn":
      return dueWords(row, words);
    case "withoutVat": {
      const amount = row.signedWithoutVatMinor;
      const text = amount === null ? null : formatMoney(amount, row.currency, locale);
      return hits.withoutVat ? <mark>{text}</mark> : text;
    }
    case "withVat": {
      const text = formatMoney(row.signedWithVatMinor, row.currency, locale);
      return hits.withVat ? <mark>{text}</mark> : text;
    }
  }
}

/** The reading state of an invoice; its shape is drawn beside it: filled square, hollow square, or tick. */
function readingWords({ readingState, isSinceLastVisit }: Row, { t, locale }: RegisterWords): ReactNode {
  if (readingState.kind === "seen") return t("reading.seen");
  if (readingState.kind === "taken")
    return (
      <>
        <span className="sr-only">{t("reading.taken")} </span>
        {formatDate(readingState.on, locale)}
      </>
    );
  if (!isSinceLastVisit) return t("reading.new");
  return (
    <>
      {t("reading.new")}
      <span className="sr-only"> {t("reading.sinceLastVisit")}</span>
    </>
  );
}

function dueWords({ dueOn, paymentWay }: Row, { t, locale }: RegisterWords): ReactNode {
  if (dueOn === null) return null;
  const date = formatDate(dueOn, locale);
  if (paymentWay === "unknown") return date;
  return (
    <>
      <small>{t(paymentWay === "debit" ? "collectedOn" : "payOn")} </small>
      {date}
    </>
  );
}

/** The first name, or the one that was searched for, and the number of others, because a fleet invoice has many. */
function namesOf(names: readonly string[], found: { at: number; hit: Hit } | undefined): ReactNode {
  const name = names[found?.at ?? 0] ?? "";
  const others = names.length > 1 ? ` +${names.length - 1}` : "";
  if (!found) return name + others;
  return (
    <>
      {marked(name, found.hit)}
      {others}
    </>
  );
}

/** A text whose found part is highlighted. */
function marked(text: string, hit: Hit | undefined): ReactNode {
  if (!hit) return text;
  return (
    <>
      {text.slice(0, hit.start)}
      <mark>{text.slice(hit.start, hit.end)}</mark>
      {text.slice(hit.end)}
    </>
  );
}
