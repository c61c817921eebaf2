import { getLocale, getTranslations } from "next-intl/server";
import { formatFileSize } from "@/lib/file-size";
import type { Readiness } from "@/lib/health/check-readiness";
import type { DatabaseHealth } from "@/lib/health/read-database-health";
import type { StoredOriginals } from "@/lib/health/read-stored-originals";
import { HealthLine } from "./health-line";

interface DatabaseLinesProps {
  readiness: Readiness;
  database: DatabaseHealth;
  stored: StoredOriginals;
  /** The name of the newest migration of this build. */
  newestMigration: string;
}

/** Whether database and storage answer, how much they hold, and whether the schema is that of this version. */
export async function DatabaseLines({ readiness, database, stored, newestMigration }: DatabaseLinesProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.health.database")]);
  const answer = (isReady: boolean) => t(isReady ? "answers" : "silent");
  return (
    <ul className="health">
      <HealthLine
        name={t("database")}
        condition={readiness.database ? "ok" : "bad"}
        fact={answer(readiness.database)}
        details={[t("version", { version: database.version, size: formatFileSize(database.bytes, locale) })]}
        remedy={t("databaseRemedy")}
      />
      <HealthLine
        name={t("schema")}
        condition={readiness.migrations ? "ok" : "bad"}
        fact={t(readiness.migrations ? "upToDate" : "outdated")}
        details={[newestMigration]}
        remedy={t("schemaRemedy", { command: "npm run db:migrate" })}
      />
      <HealthLine
        name={t("storage")}
        condition={readiness.storage ? "ok" : "bad"}
        fact={answer(readiness.storage)}
        details={[
          t(stored.isEstimate ? "keptAbout" : "kept", {
            count: stored.originals,
            size: formatFileSize(stored.bytes, locale),
          }),
        ]}
        remedy={t("storageRemedy")}
      />
    </ul>
  );
}
