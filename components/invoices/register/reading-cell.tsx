import { formatDate } from "@/lib/dates";
import type { RegisterRow } from "@/lib/invoices/register/register-row";
import type { Locale } from "@/lib/languages";

type Words = Record<"new" | "seen" | "downloaded" | "sinceLastVisit", string>;

interface ReadingCellProps {
  row: Pick<RegisterRow, "readingState" | "isSinceLastVisit">;
  words: Words;
  locale: Locale;
}

/** The reading state of an invoice, as a shape and a word: filled square, hollow square, or tick with date. */
export function ReadingCell({ row: { readingState, isSinceLastVisit }, words, locale }: ReadingCellProps) {
  switch (readingState.kind) {
    case "new":
      return (
        <td role="cell" className="unread">
          {words.new}
          {isSinceLastVisit && <span className="sr-only"> {words.sinceLastVisit}</span>}
        </td>
      );
    case "seen":
      return (
        <td role="cell" className="opened">
          {words.seen}
        </td>
      );
    case "downloaded":
      return (
        <td role="cell" className="taken">
          <span className="sr-only">{words.downloaded} </span>
          {formatDate(readingState.on, locale)}
        </td>
      );
  }
}
