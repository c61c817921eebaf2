import { now } from "@/lib/clock";
import { listOwnAccounts } from "@/lib/persons/list-own-accounts";
import { switchAccount } from "@/lib/persons/switch-account";
import { type CustomerSession, isCustomerSession } from "@/lib/sign-in/session/current-session";
import { resumeSession } from "@/lib/sign-in/session/session";
import { changeUser, openSession } from "@/tests/integration/sign-in/sign-in-world";
import { testDatabase } from "@/tests/support/database";
import { makeAccount, makeSupplier, type TestAccount } from "@/tests/support/world";

/** Empties the database and makes two suppliers with an account each. */
export async function resetToTwoAccounts() {
  await testDatabase().reset();
  const suppliers = { here: await makeSupplier(), there: await makeSupplier() };
  return {
    suppliers,
    here: await makeAccount(suppliers.here),
    there: await makeAccount(suppliers.there),
  };
}

/** Signs in with this identifier and returns the session. */
export async function sessionOf(identifier: string, password?: string): Promise<CustomerSession> {
  return resumed(await openSession(identifier, password));
}

export async function resumed(id: string): Promise<CustomerSession> {
  const session = await resumeSession(id);
  if (!session || !isCustomerSession(session)) throw new Error("No customer's session.");
  return session;
}

/** The browser that switches. */
export const BROWSER = { address: "192.0.2.7", userAgent: "test" };

/** Switches the session to the administrator of another account; returns the id of the new session. */
export async function switched(from: string, to: TestAccount): Promise<string> {
  const result = await switchAccount(await resumed(from), to.administrator.userId, BROWSER);
  if (!result.ok) throw new Error("The session was not switched.");
  return result.sessionId;
}

/** Whether a session is still valid. */
export const isAlive = async (id: string) => (await resumeSession(id)) !== null;

/** Marks the address of this user as proven by a mailed link. */
export const prove = (identifier: string, email: string) =>
  changeUser(identifier, { email, email_verified_at: now() });

/** The identifiers with which the person of the session reaches accounts. */
export const reached = async (session: CustomerSession) =>
  (await listOwnAccounts(session)).map(({ identifier }) => identifier).sort();
