import { beforeEach, expect, it } from "vitest";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { applyImport } from "@/lib/imports/apply-import";
import { claimNextImport, endClaim } from "@/lib/imports/claim-import";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import { asOwner } from "@/tests/support/world";
import { apply, countsOf, type ImportWorld, makeImportWorld, proven, upload, work } from "./import-world";

const START = Date.parse("2026-11-23T09:00:00Z");

beforeEach(async () => {
  clockAt(START);
  await testDatabase().reset();
});

async function waitingImport({ adviser }: ImportWorld, number: string): Promise<string> {
  const id = await upload(adviser, `client;nom\n${number};Un`);
  await applyImport(await proven(adviser), id, "");
  return id;
}

it("many imports of one supplier do not keep the import of another one waiting", async () => {
  const [busy, other] = [await makeImportWorld(), await makeImportWorld()];
  for (const number of ["C-1", "C-2", "C-3", "C-4"]) await waitingImport(busy, number);
  await waitingImport(other, "C-1");
  const claimed: string[] = [];
  for (let turn = 1; turn <= 6; turn += 1) {
    clockAt(START + turn * 60_000);
    const next = await claimNextImport();
    if (!next) throw new Error("Nothing to claim.");
    claimed.push(next.supplierId === other.supplier.id ? "other" : "busy");
    await withViewer({ kind: "job" }, (tx) => endClaim(tx, next.importId, now()));
  }
  expect(claimed.filter((who) => who === "other")).toHaveLength(3);
});

it("an import is claimed by one process, and by another one when the first does not renew its claim for a minute", async () => {
  const world = await makeImportWorld();
  const id = await waitingImport(world, "C-1");
  const claims = await Promise.all(Array.from({ length: 5 }, () => claimNextImport()));
  expect(claims.filter((claim) => claim !== null)).toMatchObject([{ importId: id }]);
  clockAt(START + 59_000);
  expect(await claimNextImport()).toBeNull();
  clockAt(START + 61_000);
  expect(await claimNextImport()).toMatchObject({ importId: id });
});

it("a line whose values PostgreSQL refuses is marked and not applied; the others are applied", async () => {
  const { adviser } = await makeImportWorld();
  await asOwner(
    (sql) => sql`alter table accounts add constraint no_bad_number check (customer_number <> 'BAD')`,
  );
  try {
    const id = await upload(adviser, "client;nom\nC-1;Un\nBAD;Deux\nC-3;Trois");
    await apply(adviser, id);
    expect(await countsOf(adviser, id)).toMatchObject({ state: "applied", applied: 2, skipped: 1 });
    expect(await work()).toBe(0);
    const [line] = await asOwner((sql) => sql`select outcome from account_import_lines where line = 3`);
    expect(line?.outcome).toBe("failed");
  } finally {
    await asOwner((sql) => sql`alter table accounts drop constraint no_bad_number`);
  }
});
