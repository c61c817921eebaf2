"use client";

import { useEffect, useState } from "react";
import type { Locale } from "@/lib/languages";
import { formatMoney } from "@/lib/money";

/** What the chosen invoices add up to, in words. */
interface Sums {
  count: string;
  totals: { withVat: string; withoutVat: string | null }[];
}

interface SelectionTotalsProps {
  initial: Sums;
  /** Everything that matches is chosen, so the boxes do not change it. */
  isFixed: boolean;
  locale: Locale;
  words: {
    one: string;
    /** With `{count}`. */
    several: string;
    untaxed: string;
  };
}

/** Says how many invoices are chosen and what they add up to, and follows the boxes; credit notes are negative. */
export function SelectionTotals({ initial, isFixed, locale, words }: SelectionTotalsProps) {
  const [sums, setSums] = useState(initial);
  const { one, several } = words;
  useEffect(() => {
    if (isFixed) return;
    const addUp = () => {
      const boxes = [...document.querySelectorAll<HTMLInputElement>(".choose [name=chosen]:checked")];
      const count = boxes.length === 1 ? one : several.replace("{count}", String(boxes.length));
      setSums({ count, totals: sumsOf(boxes, locale) });
    };
    // The browser may have kept boxes checked from before a reload.
    addUp();
    document.addEventListener("change", addUp);
    return () => document.removeEventListener("change", addUp);
  }, [isFixed, locale, one, several]);
  return (
    <output>
      <b>{sums.count}</b>
      {sums.totals.map(({ withVat, withoutVat }) => (
        <span key={withVat}>
          {withoutVat !== null && (
            <span className="max-tablet:hidden">
              {withoutVat} {words.untaxed}{" "}
            </span>
          )}
          <b className="total-figure">{withVat}</b>
        </span>
      ))}
    </output>
  );
}

/** The sums by currency. A box carries its amounts: currency, total with VAT, and total without VAT if it is known. */
function sumsOf(boxes: readonly HTMLInputElement[], locale: Locale): Sums["totals"] {
  const sums = new Map<string, { withVat: bigint; withoutVat: bigint | null }>();
  for (const { dataset } of boxes) {
    const [currency = "", withVat = "0", withoutVat] = (dataset.amounts ?? "").split(" ");
    const sum = sums.get(currency) ?? { withVat: 0n, withoutVat: 0n };
    sums.set(currency, {
      withVat: sum.withVat + BigInt(withVat),
      withoutVat:
        sum.withoutVat === null || withoutVat === undefined ? null : sum.withoutVat + BigInt(withoutVat),
    });
  }
  return [...sums].map(([currency, { withVat, withoutVat }]) => ({
    withVat: formatMoney(withVat, currency, locale),
    withoutVat: withoutVat === null ? null : formatMoney(withoutVat, currency, locale),
  }));
}
