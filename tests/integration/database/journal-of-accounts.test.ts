import { randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import type { SupplierKey } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { testDatabase } from "@/tests/support/database";
import { makeAccount, makeSupplier } from "@/tests/support/world";

beforeEach(() => testDatabase().reset());

it("a supplier writes no event into the journal of another supplier's account", async () => {
  const supplier = await makeSupplier();
  const own = await makeAccount(supplier);
  const foreign = await makeAccount(await makeSupplier());
  const key: SupplierKey = { kind: "supplier_key", keyId: randomUUID(), supplierId: supplier.id };
  const record = (accountId: string) =>
    withViewer(key, (tx) =>
      recordAudit(tx, key, { action: "account_changed", subjectId: accountId, accountId, at: now() }),
    );
  await record(own.id);
  await expect(record(foreign.id)).rejects.toMatchObject({ code: "42501" });
});
