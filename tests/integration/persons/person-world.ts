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
  const suppliers = { first: await makeSupplier(), second: await makeSupplier() };
  return {
    suppliers,
    firstAccount: await makeAccount(suppliers.first),
    secondAccount: await makeAccount(suppliers.second),
  };
}

/** Signs in with this identifier and returns the session. */
export async function sessionOf(identifier: string, password?: string): Promise<CustomerSession> {
  return resumed(await openSession(identifier, password));
}

/** The open session with this id. */
export async function resumed(id: string): Promise<CustomerSession> {
  const session = await resumeSession(id);
  if (!session || !isCustomerSession(session)) throw new Error("No customer's session.");
  return session;
}

/** The address and the user agent of the browser in which a user switches. */
export const BROWSER = { address: "192.0.2.7", userAgent: "test" };

/** Switches the session to the administrator of another account; returns the id of the new session. */
export async function switchSession(from: string, to: TestAccount): Promise<string> {
  const result = await switchAccount(await resumed(from), to.administrator.userId, BROWSER);
  if (!result.ok) throw new Error("The session was not switched.");
  return result.sessionId;
}

/** Whether a session is still valid. */
export const isAlive = async (id: string) => (await resumeSession(id)) !== null;

/** Marks the address of this user as proven by a mailed link. */
export const setProvenAddress = (identifier: string, email: string) =>
  changeUser(identifier, { email, email_verified_at: now() });

/** The identifiers of all accounts that the person of the session reaches. */
export const reachableIdentifiers = async (session: CustomerSession) =>
  (await listOwnAccounts(session)).map(({ identifier }) => identifier).sort();
