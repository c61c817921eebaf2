import { getTranslations } from "next-intl/server";
import { LegalPage } from "@/components/legal/legal-page";
import type { LegalSupplier } from "@/components/legal/legal-supplier";
import { Facts } from "@/components/ui/facts";
import { mailtoHref } from "@/lib/mail-address";
import { formatSiren } from "@/lib/written-identifiers";

interface NoticePageProps {
  supplier: LegalSupplier;
  /** Name, address and telephone of the hosting provider; null if not set. */
  host: string | null;
  /** Whether the portal runs as a demonstration on the user's own computer. */
  isDemonstration: boolean;
}

/** « Mentions légales »: the information that loi n° 2004-575, article 6, requires of a professional publisher. */
export async function NoticePage({ supplier, host, isDemonstration }: NoticePageProps) {
  const [t, tContact] = await Promise.all([getTranslations("legal.notice"), getTranslations("contact")]);
  return (
    <LegalPage title={t("title")} updated={t("updated")}>
      <h2>{t("publisherTitle")}</h2>
      <Facts
        facts={[
          { term: t("company"), value: supplier.legalName },
          { term: t("address"), value: supplier.address },
          { term: "SIREN", value: supplier.siren && formatSiren(supplier.siren) },
          { term: t("vatNumber"), value: supplier.vatNumber },
          { term: t("publisher"), value: supplier.publisher },
          { term: tContact("phone"), value: supplier.contact.phone },
          {
            term: tContact("email"),
            value: supplier.contact.email && (
              <a className="tap-link" href={mailtoHref(supplier.contact.email)}>
                {supplier.contact.email}
              </a>
            ),
          },
        ]}
      />
      <h2>{t("hostTitle")}</h2>
      <p>{host ?? t(isDemonstration ? "noHost" : "hostOnRequest")}</p>
      <h2>{t("valueTitle")}</h2>
      <p>{t("value", { months: supplier.retentionMonths })}</p>
      <h2>{t("fontsTitle")}</h2>
      <p>{t("fonts")}</p>
    </LegalPage>
  );
}
