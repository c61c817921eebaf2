import { getTranslations } from "next-intl/server";
import { Facts } from "@/components/ui/facts";
import { PageHead } from "@/components/ui/page-head";

interface InstallationPageProps {
  readiness: { database: boolean; migrations: boolean; storage: boolean };
}

/** `/console` of an operator: the state of the installation. */
export async function InstallationPage({ readiness }: InstallationPageProps) {
  const t = await getTranslations("console.installation");
  const state = (isReady: boolean) => (
    <span className={isReady ? "font-medium text-ok" : "font-medium text-bad"}>
      {t(isReady ? "ready" : "failing")}
    </span>
  );
  return (
    <>
      <PageHead title={t("title")} />
      <Facts
        facts={[
          { term: t("database"), value: state(readiness.database) },
          { term: t("migrations"), value: state(readiness.migrations) },
          { term: t("storage"), value: state(readiness.storage) },
        ]}
      />
    </>
  );
}
