import type { DueDatePaths } from "@/lib/formats/invoice-paths";
import type { ValueChecker } from "@/lib/formats/value-checker";
import { readText, select, type XmlElement } from "@/lib/formats/xml-element";

const MAX_DUE_DATES = 100;

/** Words for an early payment discount in payment terms, which have no field for it in EN 16931. */
const DISCOUNT = /escompte|skonto|discount/i;
const NO_DISCOUNT = /(?:sans|ohne|without|no) (?:escompte|skonto|discount|abzug)|pas d.escompte/i;

/**
 * BT-9. `all` has every date in the payment terms once, earliest first. `dueOn` is the earliest of them, but a date
 * that only ends a discount is used only when there is no other date.
 */
export function readDueDates(
  root: XmlElement,
  places: readonly DueDatePaths[],
  check: ValueChecker,
): { dueOn: string | null; all: string[] } {
  const dates = places
    .flatMap((paths) => select(root, paths.each).map((terms) => ({ terms, paths })))
    .slice(0, MAX_DUE_DATES)
    .flatMap(({ terms, paths }) =>
      select(terms, paths.date).flatMap((element) => {
        const date = check.date(readText(element, ""), { field: "dueOn", term: "BT-9" });
        return date === null ? [] : [{ date, isDiscount: isDiscount(terms, paths) }];
      }),
    )
    .sort((one, other) => (one.date < other.date ? -1 : 1));
  const due = dates.find(({ isDiscount }) => !isDiscount) ?? dates[0];
  return { dueOn: due?.date ?? null, all: [...new Set(dates.map(({ date }) => date))] };
}

function isDiscount(terms: XmlElement, { note, discount }: DueDatePaths): boolean {
  if (discount !== undefined && select(terms, discount).length > 0) return true;
  const text = note === undefined ? null : readText(terms, note);
  return text !== null && DISCOUNT.test(text) && !NO_DISCOUNT.test(text);
}
