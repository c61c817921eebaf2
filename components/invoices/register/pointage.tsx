import type { RegisterRow } from "@/components/invoices/register/register-list";
import { formatDate } from "@/lib/dates";
import type { Locale } from "@/lib/languages";

type Words = Record<"new" | "seen" | "downloaded" | "sinceLastVisit", string>;
interface PointageProps {
  row: RegisterRow;
  words: Words;
  locale: Locale;
}

/** What the reader did with an invoice: filled square, hollow square, tick and date; shape and word say it. */
export function Pointage({ row: { reading, isSinceLastVisit }, words, locale }: PointageProps) {
  switch (reading.kind) {
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
          {formatDate(reading.on, locale)}
        </i>
      );
  }
}
