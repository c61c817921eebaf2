import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import type postgres from "postgres";
import { SESSION_COOKIE } from "@/lib/http/session-cookie";

const SESSION_HOURS = 8;

/** The value of the cookie for a session of the tested portal. */
export const sealedSession = (sessionId: string): Promise<string> =>
  encode({
    token: { sid: sessionId },
    secret: process.env.AUTH_SECRET ?? "",
    salt: SESSION_COOKIE,
    maxAge: SESSION_HOURS * 3600,
  });

/**
 * Opens a session as a sign-in with password, and code where the user has a second factor, would; returns the value of
 * its cookie.
 */
export async function openSession(sql: postgres.Sql, identifier: string): Promise<string> {
  const id = randomUUID();
  const opened = await sql`
    insert into sessions (id, user_id, stamp, created_at, last_seen_at, expires_at, proven_at, factor_user_ids)
    select ${id}, u.id, u.stamp, now(), now(), now() + ${`${SESSION_HOURS} hours`}::interval, now(),
      array(select f.user_id from second_factors f where f.user_id = u.id)
    from users u where u.identifier = ${identifier}`;
  if (opened.count !== 1) throw new Error(`There is no user ${identifier}.`);
  return sealedSession(id);
}
