import { getLocale, getTranslations } from "next-intl/server";
import { FiguresTable } from "@/components/archive/figures-table";
import { Section } from "@/components/ui/section";
import { formatDate } from "@/lib/dates";
import { formatMoney } from "@/lib/money";
import type { VehicleView } from "@/lib/overview/vehicle-view";

/** The newest documents of the period that name the vehicle, with its part of each. */
export async function VehicleDocuments({ vehicle }: { vehicle: VehicleView }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("vehicle")]);
  const { documents, documentCount, listHref } = vehicle;
  return (
    <div className="mt-8">
      <Section title={t("documentsTitle")}>
        {documents.length === 0 ? (
          <p className="text-2 text-ink-2">{t("noDocument")}</p>
        ) : (
          <FiguresTable
            caption={t("documentsTitle")}
            columns={[
              { name: t("number"), className: "row-name" },
              { name: t("issuedOn") },
              { name: t("lines"), className: "months" },
              { name: t("part") },
            ]}
          >
            {documents.map((document) => (
              <tr role="row" key={document.id}>
                <th role="rowheader" scope="row" className="row-name">
                  <a className="tap-link wrap-anywhere" href={document.href}>
                    {document.number}
                  </a>
                  {document.type === "credit_note" && <small>{t("creditNote")}</small>}
                </th>
                <td role="cell" data-label={t("issuedOn")}>
                  {formatDate(document.issuedOn, locale)}
                </td>
                <td role="cell" data-label={t("lines")} className="months wrap-anywhere text-ink-2">
                  {document.lines.length > 0 ? document.lines.join(", ") : t("noLine")}
                </td>
                <td role="cell" data-label={t("part")}>
                  {document.partMinor === null
                    ? t("notSplit")
                    : formatMoney(document.partMinor, document.currency, locale)}
                </td>
              </tr>
            ))}
          </FiguresTable>
        )}
        {documentCount > documents.length && (
          <p className="mt-3 text-2">
            <a className="tap-link" href={listHref}>
              {t("all", { count: documentCount })}
            </a>
          </p>
        )}
      </Section>
    </div>
  );
}
