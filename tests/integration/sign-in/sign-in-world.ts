import { now } from "@/lib/clock";
import { signIn } from "@/lib/sign-in/sign-in";
import { clockAt } from "@/tests/support/clock-file";
import { asOwner, PASSWORD } from "@/tests/support/world";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Moves the clock of every process of this test forward. */
export function passTime(milliseconds: number): void {
  clockAt(now().getTime() + milliseconds);
}

export function tryToSignIn(
  identifier: string,
  password = PASSWORD,
  address = "",
  entrySupplier = "",
  device = "",
) {
  return signIn({ identifier, password, address, userAgent: "test", entrySupplier, device });
}

/** Signs in and returns the session's id. The session of a member of staff counts as if the code was given too. */
export async function openSession(
  identifier: string,
  password = PASSWORD,
  entrySupplier = "",
): Promise<string> {
  const result = await tryToSignIn(identifier, password, "", entrySupplier);
  if (!result.ok) throw new Error(`Refused: ${result.reason}`);
  const { sessionId } = result;
  await asOwner(
    (sql) => sql`
      update sessions set factor_user_ids = array[user_id]
      where id = ${sessionId} and user_id in (select id from users where account_id is null)`,
  );
  return sessionId;
}

export const changeUser = (identifier: string, change: Record<string, string | number | boolean | Date>) =>
  asOwner((sql) => sql`update users set ${sql(change)} where identifier = ${identifier}`);
