import { compactDay, fixedText } from "./file-text";
import { fixedWidth } from "./fixed-width";

const spaces = (count: number) => " ".repeat(count);

const WIDTHS = { journal: 2, account: 8 };

/** The ASCII file of Quadra Compta (now Cegid Quadra): lines « M » of fixed width, amounts in cents. */
export const QUADRA = fixedWidth(WIDTHS, ({ entry, line, journal, account, amount, side }) => [
  "M",
  fixedText(account, WIDTHS.account),
  fixedText(journal, WIDTHS.journal),
  "000",
  compactDay(entry.issuedOn, "DDMMYY"),
  " ",
  fixedText(line.label, 20),
  side,
  "+",
  String(amount).padStart(12, "0"),
  spaces(8),
  entry.dueOn === null ? "000000" : compactDay(entry.dueOn, "DDMMYY"),
  spaces(5),
  fixedText(String(entry.position), 5),
  spaces(20),
  fixedText(String(entry.position), 8),
  fixedText(entry.currency, 3),
  fixedText(journal, 3),
  spaces(3),
  fixedText(line.label, 30),
  spaces(2),
  // The last characters of a number differ, the first ones often do not.
  fixedText(entry.number.slice(-10), 10),
  spaces(73),
]);
