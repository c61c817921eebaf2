import { eventually } from "@/tests/support/eventually";
import { testDatabase } from "@/tests/support/database";
import { asOwner } from "@/tests/support/world";
import postgres from "postgres";

/** Keeps everybody from writing into a table; `reached` settles when somebody waits for it. */
export async function holdTable(
  table: string,
): Promise<{ reached: Promise<void>; release: () => Promise<void> }> {
  const sql = postgres(testDatabase().ownerUrl, { max: 1, onnotice: () => {} });
  await sql.unsafe(`begin; lock table ${table} in share row exclusive mode`);
  let isReleased = false;
  const reached = eventually(`somebody waits for ${table}`, async () => {
    if (isReleased) return true;
    const waiting = await asOwner(
      (look) => look`select from pg_locks where not granted and relation = ${table}::regclass`,
    );
    return waiting.length > 0;
  }).then(() => {});
  return {
    reached,
    async release() {
      isReleased = true;
      await sql.unsafe("rollback");
      await sql.end({ timeout: 1 });
      await reached;
    },
  };
}
