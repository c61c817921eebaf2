import { now } from "@/lib/clock";
import { asOwner } from "./world";

/** Opens a session with fresh proof; returns its id. It writes no event to the journal. */
export async function provenSession({ userId }: { userId: string }): Promise<string> {
  const id = crypto.randomUUID();
  const at = now();
  await asOwner(
    (sql) => sql`
      insert into sessions (id, user_id, stamp, created_at, last_seen_at, expires_at, proven_at)
      select ${id}, id, stamp, ${at}, ${at}, ${new Date(at.getTime() + 8 * 3_600_000)}, ${at} from users
      where id = ${userId}`,
  );
  return id;
}
