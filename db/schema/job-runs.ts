import { jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** The last run of each background job that a scheduler calls: one row a job. */
export const jobRuns = pgTable("job_runs", {
  /** A name of `lib/jobs/job.ts`. */
  job: text().primaryKey(),
  /** From then on runs are expected: the time of the migration that added the job. */
  expectedSince: instant().notNull(),
  lastStartedAt: instant(),
  lastSucceededAt: instant(),
  /** What the last successful run did. */
  lastCounts: jsonb().$type<Record<string, number>>(),
  /** Null when the last run succeeded. */
  lastFailedAt: instant(),
  /** Name and code of the error of that run, without its message. */
  lastError: text(),
});
