import type { Operator } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { listOpenAlerts, type OpenAlert } from "@/lib/alerts/list-open-alerts";
import { type LedgerState, readLedgerStates } from "@/lib/alerts/read-ledger-states";
import { now } from "@/lib/clock";
import { type Adoption, readAdoption } from "@/lib/installation/read-adoption";
import { type ListedSupplier, readSuppliers } from "@/lib/operators/list-suppliers";
import { checkReadiness, NEWEST_MIGRATION_NAME, type Readiness } from "./check-readiness";
import { type FailedMail, listFailedMails } from "./list-failed-mails";
import { readAttemptHealth, type SecurityHealth } from "./read-attempt-health";
import { type DatabaseHealth, readDatabaseHealth } from "./read-database-health";
import { type JobHealth, readJobHealth } from "./read-job-health";
import { type MailHealth, readMailHealth } from "./read-mail-health";
import { readStoredOriginals, type StoredOriginals } from "./read-stored-originals";

export interface Health {
  at: Date;
  adoption: Adoption;
  alerts: OpenAlert[];
  readiness: Readiness;
  /** The name of the newest migration of this build. */
  newestMigration: string;
  jobs: JobHealth[];
  mails: MailHealth;
  failedMails: FailedMail[];
  database: DatabaseHealth;
  stored: StoredOriginals;
  ledgers: LedgerState[];
  security: SecurityHealth;
  /** The suppliers, with what became of their mails. */
  suppliers: ListedSupplier[];
}

/** The health of the installation, for operators: counts, times and sizes, and nothing of an account or invoice. */
export async function openHealth(viewer: Operator): Promise<Health> {
  const at = now();
  const [readiness, found] = await Promise.all([
    checkReadiness(),
    withViewer(viewer, async (tx) => {
      const [adoption, alerts, jobs, mails, failedMails, database, stored, ledgers, security, suppliers] =
        await Promise.all([
          readAdoption(tx),
          listOpenAlerts(tx),
          readJobHealth(tx, at),
          readMailHealth(tx, at),
          listFailedMails(tx, at),
          readDatabaseHealth(tx),
          readStoredOriginals(tx),
          readLedgerStates(tx),
          readAttemptHealth(tx, at),
          readSuppliers(tx, at),
        ]);
      return { adoption, alerts, jobs, mails, failedMails, database, stored, ledgers, security, suppliers };
    }),
  ]);
  return { at, readiness, newestMigration: NEWEST_MIGRATION_NAME, ...found };
}
