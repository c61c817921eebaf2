import { formatDate } from "@/lib/dates";
import type { RegisterRow } from "@/lib/invoices/register/register-row";
import type { Locale } from "@/lib/languages";

type Words = Record<"new" | "seen" | "downloaded" | "sinceLastVisit", string>;

interface ReadingStateProps {
  row: Pick<RegisterRow, "readingState" | "isSinceLastVisit">;
  words: Words;
  locale: Locale;
}

/** What the reader did with an invoice: filled square, hollow square, tick and date; shape and word say it. */
export function ReadingState({ row, words, locale }: ReadingStateProps) {
  const { readingState, isSinceLastVisit } = row;
  switch (readingState.kind) {
    case "new":
      return (
        <b className="st">
          {words.new}
          {isSinceLastVisit && <span className="sr-only"> {words.sinceLastVisit}</span>}
        </b>
      );
    case "seen":
      return <span className="st">{words.seen}</span>;
    case "downloaded":
      return (
        <i className="st">
          <span className="sr-only">{words.downloaded} </span>
          {formatDate(readingState.on, locale)}
        </i>
      );
  }
}
