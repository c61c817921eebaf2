import { getTranslations } from "next-intl/server";
import { LegalPage } from "@/components/legal/legal-page";
import type { LegalSupplier } from "@/components/legal/legal-supplier";
import { mailtoHref } from "@/lib/mail-address";

/** The accessibility statement, in the order of the RGAA template (décret n° 2019-768). */
export async function AccessibilityPage({ supplier }: { supplier: LegalSupplier }) {
  const t = await getTranslations("legal.accessibility");
  const { email } = supplier.contact;
  return (
    <LegalPage title={t("title")} updated={t("updated")}>
      <p className="mt-6">{t("lead", { company: supplier.legalName })}</p>
      <h2>{t("stateTitle")}</h2>
      <p>{t("state")}</p>
      <h2>{t("testedTitle")}</h2>
      <p>{t("tested")}</p>
      <h2>{t("gapsTitle")}</h2>
      <ul>
        <li>{t("gaps.originals")}</li>
        <li>{t("gaps.audit")}</li>
      </ul>
      <h2>{t("contactTitle")}</h2>
      <p>{t.rich("contact", { email: () => <a href={mailtoHref(email)}>{email}</a> })}</p>
      <h2>{t("appealTitle")}</h2>
      <p>
        {t.rich("appeal", {
          link: (words) => <a href="https://www.defenseurdesdroits.fr/nous-contacter-355">{words}</a>,
        })}
      </p>
    </LegalPage>
  );
}
