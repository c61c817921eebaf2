import { beforeEach, describe, expect, it } from "vitest";
import type { CustomerSession } from "@/lib/sign-in/session/current-session";
import { signOut } from "@/lib/sign-in/sign-out";
import { sessionOf, setProvenAddress } from "@/tests/integration/persons/person-world";
import { changeUser, MINUTE, passTime } from "@/tests/integration/sign-in/sign-in-world";
import { testDatabase } from "@/tests/support/database";
import { makeAccount, makeSupplier, type TestAccount } from "@/tests/support/world";
import { drained, opened, openFiles, storeInvoices } from "./pack-world";

beforeEach(() => testDatabase().reset());

describe("a pack that is being sent", () => {
  it.each<[string, string, (asker: CustomerSession, second: TestAccount) => Promise<unknown>]>([
    ["its session ends", "", (asker) => signOut(asker)],
    ["its user is disabled", "", ({ identifier }) => changeUser(identifier, { status: "disabled" })],
    [
      "the other account can no longer be reached",
      "scope=all",
      (_asker, { identifiers }) => changeUser(identifiers.administrator, { email: "autre@essai.example" }),
    ],
  ])("fails within seconds when %s", async (_why, query, happens) => {
    const supplier = await makeSupplier();
    const [account, second] = [await makeAccount(supplier), await makeAccount(supplier)];
    for (const { identifiers } of [account, second])
      await setProvenAddress(identifiers.administrator, "moi@essai.example");
    for (const one of [account, second])
      await storeInvoices(
        supplier,
        one,
        Array.from({ length: 10 }, () => ({})),
      );
    const asker = await sessionOf(account.identifiers.administrator);
    const whole = await opened(asker, query);
    passTime(MINUTE);
    expect(await drained(whole.read())).toBe(whole.size);
    const chunks = (await opened(asker, query)).read();
    for (let taken = 0; taken < 10; taken += 1) await chunks.next();
    await happens(asker, second);
    passTime(5_000);
    await expect(drained(chunks)).rejects.toThrow(/^Access ended/);
    expect(openFiles()).toEqual([]);
  });
});
