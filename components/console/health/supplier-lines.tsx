import { getLocale, getTranslations } from "next-intl/server";
import { formatPercent } from "@/components/console/suppliers/format-rate";
import { SendingRatesCells, SendingRatesHeads } from "@/components/console/suppliers/sending-rates";
import { SupplierState } from "@/components/console/suppliers/supplier-state";
import { LinkButton } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { formatInstant } from "@/lib/dates";
import { PROVIDER_LIMITS } from "@/lib/mails/sending-limits";
import type { ListedSupplier } from "@/lib/operators/list-suppliers";

interface PausedSuppliersProps {
  suppliers: readonly ListedSupplier[];
  timeZone: string;
}

/** A red note for each supplier whose mails are paused, with why and where to go. */
export async function PausedSuppliers({ suppliers, timeZone }: PausedSuppliersProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.suppliers")]);
  return suppliers.flatMap((one) => {
    const { pause } = one;
    if (!pause) return [];
    return (
      <Note key={one.id} tone="bad" title={t("pause.title", { name: one.name })}>
        <p>
          {t(`pause.${pause.cause}`, {
            limit: formatPercent(PROVIDER_LIMITS[pause.cause], locale),
          })}{" "}
          {t("pause.since", {
            when: formatInstant(pause.since, locale, timeZone),
            held: t("held", { count: one.held }),
          })}
        </p>
        <p className="mt-2">
          <LinkButton href={`/console/suppliers/${one.id}`}>{t("pause.see")}</LinkButton>
        </p>
      </Note>
    );
  });
}

/** What came back of each supplier's mails, beside the provider's limits. */
export async function SupplierRates({ suppliers }: { suppliers: readonly ListedSupplier[] }) {
  const [t, words] = await Promise.all([
    getTranslations("console.suppliers"),
    getTranslations("console.health.rates"),
  ]);
  if (suppliers.length === 0) return <p className="text-ink-2">{t("noneTitle")}</p>;
  return (
    <>
      <p className="mb-3 max-w-text text-2 text-ink-2">{words("lead")}</p>
      <table className="plain-table table-cards" aria-label={words("title")}>
        <thead>
          <tr>
            <th scope="col">{t("name")}</th>
            <th scope="col">{t("state")}</th>
            <SendingRatesHeads />
          </tr>
        </thead>
        <tbody>
          {suppliers.map((one) => (
            <tr key={one.id}>
              <th scope="row" className="card-line">
                <a className="tap-link wrap-anywhere" href={`/console/suppliers/${one.id}`}>
                  {one.name}
                </a>
              </th>
              <td className="card-line" data-label={t("state")}>
                <SupplierState supplier={one} />
              </td>
              <SendingRatesCells supplier={one} />
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
