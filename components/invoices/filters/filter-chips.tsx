import { getLocale, getTranslations } from "next-intl/server";
import { issuedBetween } from "@/components/invoices/filters/issued-between";
import { Icon } from "@/components/ui/icon";
import type { FilterChip } from "@/lib/invoices/register/filter-chips";
import { formatDecimal } from "@/lib/money";

/** The active filters of the list, each with a link that removes it. */
export async function FilterChips({ chips, clearHref }: { chips: readonly FilterChip[]; clearHref: string }) {
  if (chips.length === 0) return null;
  const [locale, t, trade] = await Promise.all([
    getLocale(),
    getTranslations("register.chips"),
    getTranslations("trade"),
  ]);
  const words = (chip: FilterChip): string => {
    switch (chip.kind) {
      case "q":
        return t("q", { text: chip.text });
      case "contract":
      case "vehicle":
        return t("reference", { label: trade(`${chip.kind}.one`), text: chip.text });
      case "min":
      case "max":
        return t(chip.kind, { amount: formatDecimal(chip.decimal, locale) });
      case "type":
        return t(`types.${chip.type}`);
      case "period":
        return t("period", issuedBetween(chip, locale));
      case "everything":
      case "new":
        return t(chip.kind);
    }
  };
  return (
    <p className="chips">
      {chips.map((chip) => (
        <a className="chip" key={chip.kind} href={chip.removeHref}>
          <span className="sr-only">{t("remove")}</span> {words(chip)}
          <Icon name="remove" />
        </a>
      ))}
      {chips.length > 1 && (
        <a className="tap-link" href={clearHref}>
          {t("clear")}
        </a>
      )}
    </p>
  );
}
