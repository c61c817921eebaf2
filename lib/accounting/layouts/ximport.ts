import { toDecimal } from "@/lib/money";
import { compactDay, fixedText } from "./file-text";
import { fixedWidth } from "./fixed-width";

const NO_DATE = " ".repeat(8);

const WIDTHS = { journal: 2, account: 11 };

/** « XIMPORT.TXT » of Ciel Compta and Sage 50: lines of fixed width. */
export const XIMPORT = fixedWidth(WIDTHS, ({ entry, line, journal, account, amount, side }) => [
  String(entry.position % 100_000).padStart(5),
  fixedText(journal, WIDTHS.journal),
  compactDay(entry.issuedOn, "YYYYMMDD"),
  entry.dueOn === null ? NO_DATE : compactDay(entry.dueOn, "YYYYMMDD"),
  fixedText(entry.number, 12),
  fixedText(account, WIDTHS.account),
  fixedText(line.label, 25),
  toDecimal(amount, entry.currency).padStart(13),
  side,
  " ".repeat(12),
  fixedText(line.analyticCode, 6),
  fixedText(line.accountName, 34),
  "O2003",
]);
