import { beforeEach, describe, expect, it } from "vitest";
import type { Manager } from "@/lib/access/viewer";
import { depositInvoice } from "@/lib/deposits/deposit-invoice";
import { dismissRefusedFile } from "@/lib/deposits/dismiss-refused-file";
import { sweepRefusedFiles } from "@/lib/deposits/sweep-refused-files";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import { makeStaff, makeSupplier, type TestSupplier } from "@/tests/support/world";
import { fileFor, onlyRefusedId, openRefusals, quarantined, refusedRows } from "./refusals";

const REFUSED_AT = "2026-11-30T05:58:00Z";

let supplier: TestSupplier;
let manager: Manager;

beforeEach(async () => {
  clockAt(REFUSED_AT);
  await testDatabase().reset();
  supplier = await makeSupplier();
  manager = (await makeStaff("manager", supplier)).viewer as Manager;
});

const deposit = () =>
  depositInvoice(supplier.keyViewer, fileFor(), { customerNumber: "nobody" }, { dryRun: false });

describe("a file that is set aside", () => {
  it("leaves the list, loses its bytes, and comes back when it is refused again", async () => {
    await deposit();
    const id = await onlyRefusedId();
    expect(await dismissRefusedFile(manager, id)).toMatchObject({ ok: true });
    expect(await dismissRefusedFile(manager, id)).toEqual({ ok: false, reason: "resolved" });
    expect((await openRefusals(manager)).files).toEqual([]);
    await sweepRefusedFiles(new Date(REFUSED_AT));
    expect(await quarantined(supplier.id)).toEqual([]);
    await deposit();
    expect((await openRefusals(manager)).files).toMatchObject([{ id, resolution: null, attempts: 2 }]);
    expect(await quarantined(supplier.id)).toHaveLength(1);
  });
});

describe("the job", () => {
  it("removes the bytes after 14 days and the record after 12 months", async () => {
    await deposit();
    await sweepRefusedFiles(new Date("2026-12-14T05:57:59Z"));
    expect(await quarantined(supplier.id)).toHaveLength(1);
    await sweepRefusedFiles(new Date("2026-12-14T05:58:00Z"));
    expect(await quarantined(supplier.id)).toEqual([]);
    expect(await refusedRows()).toMatchObject([{ quarantine_key: null, quarantined_until: null }]);
    await sweepRefusedFiles(new Date("2027-11-30T00:00:00Z"));
    expect(await refusedRows()).toHaveLength(1);
    await sweepRefusedFiles(new Date("2027-12-01T00:00:00Z"));
    expect(await refusedRows()).toEqual([]);
  });

  it("does not lose bytes that are kept again after their removal", async () => {
    await deposit();
    clockAt("2026-12-14T05:58:00Z");
    await deposit();
    expect(await refusedRows()).toMatchObject([{ quarantined_until: new Date("2026-12-14T05:58:00Z") }]);
    await sweepRefusedFiles(new Date("2026-12-14T05:58:00Z"));
    await deposit();
    expect(await refusedRows()).toMatchObject([{ quarantined_until: new Date("2026-12-28T05:58:00Z") }]);
    expect(await quarantined(supplier.id)).toHaveLength(1);
  });
});
