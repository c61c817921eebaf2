import type { Operator } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { type Adoption, readAdoption } from "@/lib/installation/read-adoption";
import { type ListedSupplier, readSuppliers } from "@/lib/operators/list-suppliers";
import { checkReadiness, NEWEST_MIGRATION_NAME, type Readiness } from "./check-readiness";
import { type FailedMail, listFailedMails } from "./list-failed-mails";
import { type DatabaseHealth, readDatabaseHealth } from "./read-database-health";
import { type JobHealth, readJobHealth } from "./read-job-health";
import { type MailHealth, readMailHealth } from "./read-mail-health";

export interface Health {
  at: Date;
  adoption: Adoption;
  readiness: Readiness;
  /** The name of the newest migration of this build. */
  newestMigration: string;
  jobs: JobHealth[];
  mails: MailHealth;
  failedMails: FailedMail[];
  database: DatabaseHealth;
  /** The suppliers, with what became of their mails. */
  suppliers: ListedSupplier[];
}

/** The health of the installation, for operators: counts, times and sizes, and nothing of an account or invoice. */
export async function openHealth(viewer: Operator): Promise<Health> {
  const at = now();
  const [readiness, found] = await Promise.all([
    checkReadiness(),
    withViewer(viewer, async (tx) => {
      const [adoption, jobs, mails, failedMails, database, suppliers] = await Promise.all([
        readAdoption(tx),
        readJobHealth(tx, at),
        readMailHealth(tx, at),
        listFailedMails(tx, at),
        readDatabaseHealth(tx),
        readSuppliers(tx, at),
      ]);
      return { adoption, jobs, mails, failedMails, database, suppliers };
    }),
  ]);
  return { at, readiness, newestMigration: NEWEST_MIGRATION_NAME, ...found };
}
