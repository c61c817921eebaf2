import { type Administrator, type CustomerUser, isAdministrator } from "@/lib/access/viewer";
import { signIn } from "@/lib/sign-in/sign-in";
import { addUser, type NewUser } from "@/lib/users/add-user";
import type { Inviter } from "@/lib/users/invite-user";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import { makeAccount, makeSupplier, type TestAccount, type TestSupplier } from "@/tests/support/world";

export interface AdministrationWorld {
  supplier: TestSupplier;
  account: TestAccount;
  administrator: Administrator;
  inviter: Inviter;
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
  const inviter = {
    viewer: administrator,
    name: "Camille Lorme",
    companyName: "Transports Perce-Neige SAS",
  };
  return { supplier, account, administrator, inviter };
}

export const newcomer = (change: Partial<NewUser> = {}): NewUser => ({
  name: "Lila Montferrand",
  identifier: "lila@perce-neige.example",
  email: "",
  access: { kind: "default_password", password: "Givre-Tulipe-Canard-58" },
  locale: "fr",
  ...change,
});

export async function addNewcomer(inviter: Inviter, change: Partial<NewUser> = {}) {
  const added = await addUser(inviter, newcomer(change));
  if (!added.ok) throw new Error(added.reason);
  return added;
}

export const enter = (identifier: string, password: string) =>
  signIn({ identifier, password, address: "192.0.2.7", userAgent: "test" });
