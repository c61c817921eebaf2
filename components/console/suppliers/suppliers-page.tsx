import { getLocale, getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { formatDate, formatInstant } from "@/lib/dates";
import type { ListedSupplier } from "@/lib/operators/list-suppliers";
import { SendingRatesCells, SendingRatesHeads } from "./sending-rates";
import { SupplierState } from "./supplier-state";

interface SuppliersPageProps {
  suppliers: readonly ListedSupplier[];
  timeZone: string;
  /** What the last form was answered with. */
  result: Readonly<Record<string, string>>;
}

/** `/console/suppliers`: the suppliers of the installation, for operators. */
export async function SuppliersPage({ suppliers, timeZone, result }: SuppliersPageProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.suppliers")]);
  const { name = "", email = "", identifier = "" } = result;
  return (
    <div className="grid gap-6">
      <div>
        <PageHead title={t("title")}>
          <LinkButton href="/console/suppliers/new" kind="main">
            {t("create")}
          </LinkButton>
        </PageHead>
        <p className="max-w-text text-ink-2">{t("lead")}</p>
      </div>
      {result.done === "created" && (
        <Note tone="ok">
          <p>{t("done.created", { name, email, identifier })}</p>
        </Note>
      )}
      {suppliers.length === 0 ? (
        <EmptyState title={t("noneTitle")}>
          <p>{t("none")}</p>
        </EmptyState>
      ) : (
        <table className="plain-table table-cards" aria-label={t("title")}>
          <thead>
            <tr>
              <th scope="col">{t("name")}</th>
              <th scope="col">{t("state")}</th>
              <th scope="col">{t("lastDeposit")}</th>
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
                  <small className="font-mono wrap-anywhere">/{one.slug}</small>
                </th>
                <td className="card-line" data-label={t("state")}>
                  <SupplierState supplier={one} />
                  {(one.suspendedAt ?? one.pause?.since) && (
                    <small>
                      {t("since", {
                        when: formatInstant(one.suspendedAt ?? one.pause?.since ?? 0, locale, timeZone),
                      })}
                    </small>
                  )}
                </td>
                <td className="card-line" data-label={t("lastDeposit")}>
                  {one.lastDepositOn ? formatDate(one.lastDepositOn, locale) : t("never")}
                </td>
                <SendingRatesCells supplier={one} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
