import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { forgetEnv } from "@/lib/env";
import { forgetStorage } from "@/lib/storage/open-storage";
import { fillOutbox } from "@/tests/integration/mails/outbox";
import { asOwner, type TestSupplier } from "@/tests/support/world";
import { jobsSucceeded, MINUTE, SECRET, START } from "./alert-world";

const { STORAGE_URL } = process.env;

/** A condition that begins, and is over. */
interface AlertCase {
  condition: string;
  job?: string;
  begin(supplier: TestSupplier): Promise<unknown>;
  end(): Promise<unknown>;
  /** The minutes at which it is wrong; operators are told at the first, except for the storage. */
  wrongAt: readonly number[];
}

export const CASES: readonly AlertCase[] = [
  {
    condition: "job_late",
    job: "digest",
    begin: () => Promise.resolve(),
    end: () => jobsSucceeded(80),
    wrongAt: [75, 76, 80],
  },
  {
    condition: "mails_waiting",
    begin: (supplier) => fillOutbox(supplier, 3),
    end: () => asOwner((sql) => sql`update mails set state = 'cancelled' where kind <> 'alert'`),
    wrongAt: [16, 17],
  },
  {
    condition: "webhook_silent",
    async begin(supplier) {
      Object.assign(process.env, {
        EMAIL_TRANSPORT: "resend",
        RESEND_API_KEY: "re_test",
        RESEND_BASE_URL: "http://127.0.0.1:1",
        RESEND_WEBHOOK_SECRET: SECRET,
      });
      forgetEnv();
      await fillOutbox(supplier, 1);
      await asOwner(
        (sql) => sql`update mails set state = 'sent', sent_at = ${new Date(START)} where kind <> 'alert'`,
      );
    },
    end: () =>
      asOwner(
        (sql) => sql`
          insert into mail_events (id, message_id, state, received_at)
          values ('one', 'message', 'delivered', ${new Date(START + 62 * MINUTE)})`,
      ),
    wrongAt: [61, 62],
  },
  {
    condition: "storage_wrong",
    async begin() {
      const file = join(process.env.DATA_DIR ?? "", "a-file");
      writeFileSync(file, "");
      process.env.STORAGE_URL = `file:${file}/originals`;
      forgetEnv();
      forgetStorage();
      return Promise.resolve();
    },
    async end() {
      process.env.STORAGE_URL = STORAGE_URL;
      forgetEnv();
      forgetStorage();
      return Promise.resolve();
    },
    wrongAt: [1, 3, 4],
  },
  {
    condition: "supplier_paused",
    begin: ({ id }) =>
      asOwner(
        (sql) => sql`
          insert into supplier_sending (supplier_id, paused_at, pause_cause)
          values (${id}, ${new Date(START)}, 'bounces')`,
      ),
    end: () => asOwner((sql) => sql`update supplier_sending set paused_at = null, pause_cause = null`),
    wrongAt: [1, 2],
  },
  {
    condition: "ledger_wrong",
    begin: () => asOwner((sql) => sql`update ledger_heads set sequence = sequence + 1`),
    end: () => asOwner((sql) => sql`update ledger_heads set sequence = sequence - 1`),
    wrongAt: [1, 2],
  },
];
