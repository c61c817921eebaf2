import { eventually } from "@/tests/support/eventually";
import { testDatabase } from "@/tests/support/database";
import postgres from "postgres";

/**
 * Once `digests` more of them are committed, keeps everybody from writing into a table; settles when somebody waits for
 * it, or `patience` is over, with what releases it.
 */
export async function holdTable(
  table: string,
  digests: number,
  patience: { isOver: boolean },
): Promise<() => Promise<void>> {
  const [holder, looker] = [connect(), connect()];
  const made = async () => Number((await looker`select count(*)::int as n from digests`)[0]?.n);
  const first = await made();
  await eventually(
    `${digests} digests are made`,
    async () => patience.isOver || (await made()) >= first + digests,
  );
  await holder.unsafe(`begin; lock table ${table} in share row exclusive mode`);
  await eventually(`somebody waits for ${table}`, async () => {
    const waiting = await looker`
      select from pg_locks where not granted and relation = ${table}::regclass and database =
        (select oid from pg_database where datname = current_database())`;
    return patience.isOver || waiting.length > 0;
  });
  return async () => {
    await holder.unsafe("rollback");
    await Promise.all([holder.end({ timeout: 1 }), looker.end({ timeout: 1 })]);
  };
}

const connect = () => postgres(testDatabase().ownerUrl, { max: 1, onnotice: () => {} });
