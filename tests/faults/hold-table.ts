import postgres from "postgres";
import { testDatabase } from "@/tests/support/database";
import { eventually } from "@/tests/support/eventually";

export interface HeldTable {
  /** Settles when somebody waits for the table, or when `stop.isOver` becomes true. */
  untilSomebodyWaits(stop: { isOver: boolean }): Promise<void>;
  release(): Promise<void>;
}

/** Locks a table against writing. */
export async function holdTable(table: string): Promise<HeldTable> {
  const [holder, observer] = [connect(), connect()];
  await holder.unsafe(`begin; lock table ${table} in share row exclusive mode`);
  return {
    async untilSomebodyWaits(stop) {
      const isThere = async () => {
        const waiting = await observer`
          select from pg_locks where not granted and relation = ${table}::regclass and database =
            (select oid from pg_database where datname = current_database())`;
        return stop.isOver || waiting.length > 0;
      };
      await eventually(`somebody waits for ${table}`, isThere, 300_000);
    },
    async release() {
      await holder.unsafe("rollback");
      await Promise.all([holder.end({ timeout: 1 }), observer.end({ timeout: 1 })]);
    },
  };
}

const connect = () => postgres(testDatabase().ownerUrl, { max: 1, onnotice: () => {} });
