"use client";

import { useEffect, useState } from "react";
import { Icon } from "@/components/ui/icon";
import { type ContrastLine, contrastLines, isBrandColor, readBrandColor } from "@/lib/suppliers/accent";

interface ContrastCheckProps {
  /** The id of the field with the colour. */
  field: string;
  color: string;
  words: {
    caption: string;
    sample: string;
    /** With `{color}`. */
    uses: Record<ContrastLine["use"], { title: string; detail: string }>;
    decimalMark: string;
    enough: string;
    tooLow: string;
  };
}

/** What becomes of the supplier's colour. It follows the field while somebody types; without scripts it shows `color`. */
export function ContrastCheck({ field, color, words }: ContrastCheckProps) {
  const [shown, setShown] = useState(color);
  useEffect(() => {
    const follow = (event: Event) => {
      const { target } = event;
      if (!(target instanceof HTMLInputElement) || target.id !== field) return;
      const typed = readBrandColor(target.value);
      if (isBrandColor(typed)) setShown(typed);
    };
    document.addEventListener("input", follow);
    return () => document.removeEventListener("input", follow);
  }, [field]);
  return (
    <table>
      <caption className="mb-2 text-left text-2 font-medium">{words.caption}</caption>
      <tbody>
        {contrastLines(shown).map(({ use, text, ground, ratio, isEnough }) => (
          <tr key={use} className="border-t border-line">
            <th scope="row" className="py-2 pr-3 text-left text-2 [font-weight:400]">
              <span className="font-medium">{words.uses[use].title}</span>
              <small className="block text-1 text-ink-2">
                {words.uses[use].detail.replace("{color}", text)}
              </small>
            </th>
            <td className="py-2 pr-3">
              <svg className="h-8 w-30" viewBox="0 0 120 32" aria-hidden="true">
                <rect width="120" height="32" fill={ground} />
                <text x="60" y="21" textAnchor="middle" fontSize="14" fontWeight="600" fill={text}>
                  {words.sample}
                </text>
              </svg>
            </td>
            <td className="py-2 text-right text-2 whitespace-nowrap">
              <span className={isEnough ? "text-ok" : "text-bad"}>
                <Icon name={isEnough ? "check" : "alert"} className="mr-1 inline" />
                <span className="sr-only">{isEnough ? words.enough : words.tooLow} </span>
                {ratio.toFixed(1).replace(".", words.decimalMark)}
                {"\u00a0:\u00a0"}1
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
