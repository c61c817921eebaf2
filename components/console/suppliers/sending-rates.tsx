import { getLocale, getTranslations } from "next-intl/server";
import { isTelling, percentOf, PROVIDER_LIMITS } from "@/lib/mails/sending-limits";
import type { ListedSupplier } from "@/lib/operators/list-suppliers";
import { formatPercent } from "./format-rate";

/** The heads of the columns of `SendingRatesCells`. */
export async function SendingRatesHeads() {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.suppliers")]);
  return (
    <>
      <th scope="col" className="is-right">
        {t("mails")}
      </th>
      <th scope="col" className="is-right">
        {t("bounces")}
        <small>{t("limit", { limit: formatPercent(PROVIDER_LIMITS.bounces, locale) })}</small>
      </th>
      <th scope="col" className="is-right">
        {t("complaints")}
        <small>{t("limit", { limit: formatPercent(PROVIDER_LIMITS.complaints, locale) })}</small>
      </th>
    </>
  );
}

/** The mails of a supplier in the window, and the share that came back or was complained of. */
export async function SendingRatesCells({ supplier }: { supplier: Pick<ListedSupplier, "rates" | "held"> }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.suppliers")]);
  const { sent, bounced, complained } = supplier.rates;
  const rate = (cause: keyof typeof PROVIDER_LIMITS, troubles: number) => {
    const percent = percentOf(troubles, sent);
    const isAbove = percent >= PROVIDER_LIMITS[cause];
    const tells = isTelling(cause, { sent, troubles });
    return (
      <>
        <span className={isAbove && tells ? "text-warn" : undefined}>{formatPercent(percent, locale)}</span>
        {isAbove && !tells && <small>{t("tooFew")}</small>}
      </>
    );
  };
  return (
    <>
      <td className="card-line is-right" data-label={t("mails")}>
        {sent.toLocaleString(locale)}
        {supplier.held > 0 && <small>{t("held", { count: supplier.held })}</small>}
      </td>
      <td className="card-line is-right" data-label={t("bounces")}>
        {rate("bounces", bounced)}
      </td>
      <td className="card-line is-right" data-label={t("complaints")}>
        {rate("complaints", complained)}
      </td>
    </>
  );
}
