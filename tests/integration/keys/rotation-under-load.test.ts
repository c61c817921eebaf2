import { expect, it } from "vitest";
import { HOUR_MS } from "@/lib/durations";
import { rotateKey } from "@/lib/keys/rotate-key";
import { sendFile } from "@/tests/integration/http/deposit-request";
import { clockAt } from "@/tests/support/clock-file";
import { invoiceFile } from "@/tests/support/invoice-file";
import { provenSession } from "@/tests/support/proven-session";
import { resetToOneAccount } from "@/tests/support/world";
import { managerOf } from "./key-world";

const START = new Date("2026-11-23T09:00:00Z");
/** Programs that deposit side by side, one invoice after the other. */
const PROGRAMS = 4;

it("deposits continue while their key is rotated: none is refused until the overlap ends, and all are after it", async () => {
  clockAt(START);
  const { supplier, account } = await resetToOneAccount();
  const viewer = await managerOf(supplier);
  const session = { id: await provenSession(viewer), viewer };
  let count = 0;
  const deposit = async (key: string) => {
    const file = invoiceFile({ customerNumber: account.customerNumber, number: `F-${(count += 1)}` });
    return (await sendFile(key, file)).status;
  };
  const statuses: number[] = [];
  let isRotated = false;
  const firsts = Array.from({ length: PROGRAMS }, () => deposit(supplier.key));
  // Each program deposits with the old key until it was rotated, then three times more.
  const programs = firsts.map(async (first) => {
    statuses.push(await first);
    for (let left = 3; left > 0; left -= isRotated ? 1 : 0) statuses.push(await deposit(supplier.key));
  });
  await Promise.all(firsts);
  const rotated = await rotateKey(session, supplier.keyViewer.keyId, "hour");
  isRotated = true;
  if (!rotated.ok) throw new Error(rotated.reason);
  statuses.push(...(await Promise.all([deposit(supplier.key), deposit(rotated.secret)])));
  await Promise.all(programs);
  expect(statuses.length).toBeGreaterThanOrEqual(4 * PROGRAMS);
  expect(new Set(statuses)).toEqual(new Set([201]));

  clockAt(new Date(START.getTime() + HOUR_MS - 1));
  expect(await deposit(supplier.key)).toBe(201);
  clockAt(new Date(START.getTime() + HOUR_MS));
  const after = await Promise.all(
    Array.from({ length: PROGRAMS }, async () => [
      await deposit(supplier.key),
      await deposit(rotated.secret),
    ]),
  );
  expect(after).toEqual(Array(PROGRAMS).fill([401, 201]));
});
