import { beforeEach, expect, it } from "vitest";
import type { StaffUser } from "@/lib/access/viewer";
import type { AddressChangeForm } from "@/lib/accounts/address-change/read-address-change";
import { saveAddressChange } from "@/lib/accounts/address-change/save-address-change";
import { choosePassword } from "@/lib/recovery/choose-password";
import { findSecondFactor } from "@/lib/sign-in/second-factor/find-second-factor";
import { findWaitingSession } from "@/lib/sign-in/session/waiting-session";
import { deriveToken } from "@/lib/tokens/mailed-token";
import { deposit } from "@/tests/integration/accounts/account-request";
import { setProvenAddress } from "@/tests/integration/persons/person-world";
import { tryToSignIn } from "@/tests/integration/sign-in/sign-in-world";
import { testDatabase } from "@/tests/support/database";
import { provenSession } from "@/tests/support/proven-session";
import {
  asOwner,
  enrol,
  makeAccount,
  makeStaff,
  makeSupplier,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";
import { code, give, waitingOf } from "./factor-world";

const OLD = "camille@essai.example";
const NEW = "camille.lorme@essai.example";
const NEW_PASSWORD = "Sillon-Bleu-Vif-9";
let supplier: TestSupplier;
let account: TestAccount;

beforeEach(async () => {
  await testDatabase().reset();
  supplier = await makeSupplier();
  account = await makeAccount(supplier);
  await setProvenAddress(account.identifiers.administrator, OLD);
  await asOwner((sql) => sql`update accounts set email = ${OLD} where id = ${account.id}`);
  await deposit(supplier, account.customerNumber);
  await enrol(account.administrator.userId);
});

/**
 * Gives the administrator another address. The reader of that address chooses a password by the mailed link and types
 * it.
 */
async function activateNew(person: AddressChangeForm["person"]) {
  const viewer = (await makeStaff("adviser", supplier)).viewer as StaffUser;
  const form = {
    email: NEW,
    askedBy: "Camille, au téléphone",
    effective: "now",
    keepsMember: false,
  } as const;
  const session = { id: await provenSession(viewer), viewer };
  const saved = await saveAddressChange(session, account.id, { ...form, person, others: [], confirmed: [] });
  expect(saved).toMatchObject({ ok: true, outcome: "applied" });
  const [token] = await asOwner(
    (sql) => sql`select id from tokens where purpose = 'activation' and email = ${NEW}`,
  );
  const secret = deriveToken("activation", String(token?.id));
  const password = { password: NEW_PASSWORD, confirmation: NEW_PASSWORD };
  expect(await choosePassword({ supplierId: supplier.id, secret, userId: "all", ...password })).toMatchObject(
    { ok: true },
  );
  const entered = await tryToSignIn(NEW, NEW_PASSWORD);
  if (!entered.ok) throw new Error(entered.reason);
  return { userId: entered.userId, waiting: await findWaitingSession(entered.sessionId) };
}

it("a second factor moves to the new identity of the same person, who signs in there with it", async () => {
  const used = code();
  expect(await give(await waitingOf(account.identifiers.administrator), used)).toMatchObject({ ok: true });
  await asOwner(
    (sql) => sql`insert into recovery_codes values (${account.administrator.userId}, sha256('a code'))`,
  );
  const { userId, waiting } = await activateNew("same");
  if (!waiting) throw new Error("The password alone opened the account.");
  expect(waiting.state).toBe("code");
  expect(await give(waiting, used)).toMatchObject({ ok: false, reason: "used" });
  expect(await give(waiting, code(1))).toMatchObject({ ok: true });
  expect(await findSecondFactor(userId)).toMatchObject({ codesLeft: 1 });
  expect(await findSecondFactor(account.administrator.userId)).toBeNull();
});

it("a second factor stays where it was when another person follows", async () => {
  const { userId, waiting } = await activateNew("other");
  expect(waiting).toBeNull();
  expect(await findSecondFactor(userId)).toBeNull();
  expect(await findSecondFactor(account.administrator.userId)).not.toBeNull();
});
