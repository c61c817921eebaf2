import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { sealSessionId, SESSION_COOKIE } from "@/lib/http/session-cookie";
import { LOCALE_COOKIE } from "@/lib/languages";
import { demoUser } from "@/tests/support/demo";

/** The cookies of a demo administrator's new session, in French. */
export async function signedInCookies(): Promise<string> {
  const { identifier } = demoUser("administrator", "mobilize-lease");
  const sql = postgres(process.env.DATABASE_OWNER_URL ?? "", { max: 1 });
  const [id, at] = [randomUUID(), new Date()];
  const expiresAt = new Date(at.getTime() + 8 * 3_600_000);
  const made = await sql`
    insert into sessions (id, user_id, stamp, created_at, last_seen_at, expires_at)
    select ${id}, id, stamp, ${at}, ${at}, ${expiresAt} from users where identifier = ${identifier}`;
  await sql.end();
  if (made.count !== 1) throw new Error("The demo's administrator was not found.");
  return `${SESSION_COOKIE}=${await sealSessionId(id, expiresAt, at)}; ${LOCALE_COOKIE}=fr`;
}
