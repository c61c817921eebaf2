import { getTranslations } from "next-intl/server";
import { LegalPage } from "@/components/legal/legal-page";
import type { LegalSupplier } from "@/components/legal/legal-supplier";
import { mailtoHref } from "@/lib/mail-address";

/** « Données personnelles »: the information that GDPR articles 13 and 14 require, as the portal really works. */
export async function PrivacyPage({ supplier }: { supplier: LegalSupplier }) {
  const t = await getTranslations("legal.privacy");
  const { email } = supplier.contact;
  return (
    <LegalPage title={t("title")} updated={t("updated")}>
      <p className="mt-6">{t("lead", { company: supplier.legalName })}</p>
      <h2>{t("dataTitle")}</h2>
      <ul>
        {(["identity", "invoices", "mails", "security"] as const).map((item) => (
          <li key={item}>{t(`data.${item}`)}</li>
        ))}
      </ul>
      <h2>{t("purposeTitle")}</h2>
      <p>{t("purpose")}</p>
      <h2>{t("durationTitle")}</h2>
      <ul>
        <li>{t("duration.invoices", { months: supplier.retentionMonths })}</li>
        <li>{t("duration.logs")}</li>
        <li>{t("duration.account")}</li>
        <li>{t("duration.requests")}</li>
      </ul>
      <h2>{t("recipientsTitle")}</h2>
      <p>{t("recipients", { supplier: supplier.name })}</p>
      <h2>{t("cookiesTitle")}</h2>
      <p>{t("cookies")}</p>
      <h2>{t("rightsTitle")}</h2>
      <p>{t.rich("rights", { email: () => <a href={mailtoHref(email)}>{email}</a> })}</p>
      <p>{t("export")}</p>
      <p>{t.rich("authority", { link: (words) => <a href="https://www.cnil.fr">{words}</a> })}</p>
    </LegalPage>
  );
}
