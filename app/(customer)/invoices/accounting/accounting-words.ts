import { getLocale, getTranslations } from "next-intl/server";
import { LINE_KINDS } from "@/lib/accounting/accounting-settings";
import { GAPS } from "@/lib/accounting/entry";
import { CSV_HEADINGS } from "@/lib/accounting/layouts/layout-parts";
import type { AccountingWords } from "@/lib/accounting/make-batch";
import type { VatRate } from "@/lib/exports/vat-rates";
import { formatDecimal } from "@/lib/money";

/** Returns the texts of entries and their files, in the user's language. */
export async function accountingWords(): Promise<AccountingWords> {
  const [locale, t, file] = await Promise.all([
    getLocale(),
    getTranslations("accounting"),
    getTranslations("export"),
  ]);
  const rate = (vat: VatRate) =>
    vat.kind === "rate"
      ? file("vat.rate", { rate: formatDecimal(vat.rate, locale, 0) })
      : file(`vat.untaxed.${vat.category}`);
  const named = <Name extends string>(names: readonly Name[], textOf: (name: Name) => string) =>
    Object.fromEntries(names.map((name) => [name, textOf(name)])) as Record<Name, string>;
  return {
    entry: {
      document: { invoice: file("type.invoice"), credit_note: file("type.credit_note") },
      kinds: named(LINE_KINDS, (kind) => t(`settings.${kind}`)),
      supplier: t("file.supplier"),
      vat: (vat) => t("file.vat", { rate: rate(vat) }),
      suspense: t("file.suspense"),
      toComplete: t("file.toComplete"),
    },
    file: {
      journalName: t("file.journalName"),
      headings: named(CSV_HEADINGS, (name) => t(`file.headings.${name}`)),
      gaps: named(GAPS, (gap) => t(`gaps.${gap}`)),
    },
  };
}
