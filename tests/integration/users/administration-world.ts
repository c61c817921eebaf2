import { type Administrator, type CustomerUser, isAdministrator } from "@/lib/access/viewer";
import { signIn } from "@/lib/sign-in/sign-in";
import type { ActingAdministrator } from "@/lib/users/acting-administrator";
import { addUser, type NewUser } from "@/lib/users/add-user";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import { provenSession } from "@/tests/support/proven-session";
import {
  asOwner,
  makeAccount,
  makeSupplier,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";

export interface AdministrationWorld {
  supplier: TestSupplier;
  account: TestAccount;
  administrator: Administrator;
  /** The same administrator, in a session that has just been opened. */
  acting: ActingAdministrator;
}

export const asAdministrator = (viewer: CustomerUser): Administrator => {
  if (!isAdministrator(viewer)) throw new Error("Not an administrator.");
  return viewer;
};

/** A supplier with one account, on a morning in November. */
export async function makeAdministrationWorld(): Promise<AdministrationWorld> {
  clockAt("2026-11-20T10:00:00Z");
  await testDatabase().reset();
  const supplier = await makeSupplier();
  const account = await makeAccount(supplier);
  const administrator = asAdministrator(account.administrator);
  const acting = { ...(await actingAs(administrator)), name: "Camille Lorme" };
  return { supplier, account, administrator, acting };
}

/** An administrator in a session that has just been opened; it leaves nothing in the journal. */
export async function actingAs(viewer: CustomerUser): Promise<ActingAdministrator> {
  const sessionId = await provenSession(viewer);
  const [user] = await asOwner(
    (sql) => sql<{ identifier: string; name: string }[]>`
      select identifier, name from users where id = ${viewer.userId}`,
  );
  const { identifier = "", name = "" } = user ?? {};
  return {
    viewer: asAdministrator({ ...viewer, kind: "administrator" }),
    sessionId,
    ...{ identifier, name },
    companyName: "Transports Perce-Neige SAS",
  };
}

export const newcomer = (change: Partial<NewUser> = {}): NewUser => ({
  name: "Lila Montferrand",
  identifier: "lila@perce-neige.example",
  email: "",
  access: { kind: "default_password", password: "Givre-Tulipe-Canard-58" },
  locale: "fr",
  ...change,
});

export async function addNewcomer(acting: ActingAdministrator, change: Partial<NewUser> = {}) {
  const added = await addUser(acting, newcomer(change));
  if (!added.ok) throw new Error(added.reason);
  return added;
}

export const enter = (identifier: string, password: string) =>
  signIn({ identifier, password, address: "192.0.2.7", userAgent: "test" });
