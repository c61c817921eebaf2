import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import { withViewer } from "@/lib/access/with-viewer";
import { findRemovedById } from "@/lib/invoices/one/find-removed";
import { openRemoved } from "@/lib/invoices/one/open-removed";
import { appendToLedger, lockLedger } from "@/lib/ledger/append-to-ledger";
import type { LedgerEntry } from "@/lib/ledger/ledger-entry";
import { recordRequest } from "@/lib/requests/record-request";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import { makeAccount, makeSupplier, type TestAccount, type TestSupplier } from "@/tests/support/world";

const SHA256 = "ab".repeat(32);
let supplier: TestSupplier;
let account: TestAccount;

beforeEach(async () => {
  clockAt("2026-11-23T08:00:00Z");
  await testDatabase().reset();
  supplier = await makeSupplier();
  account = await makeAccount(supplier);
});

/** Writes ledger entries like those of a deposited invoice, and of later events; returns its id. */
function writeEntries(number: string, kinds: LedgerEntry["kind"][], of = account, issuedOn = "2024-10-02") {
  const invoiceId = uuidv7();
  return withViewer({ kind: "job" }, async (tx) => {
    let head = await lockLedger(tx, supplier.id);
    for (const [index, kind] of kinds.entries()) {
      const recordedAt = new Date(Date.UTC(2026, 9, 3 + index));
      const entry = { kind, invoiceId, accountId: of.id, number, issuedOn, sha256: SHA256, recordedAt };
      head = await appendToLedger(tx, head, entry);
    }
    return invoiceId;
  });
}

const found = (who: TestAccount, number: string) => openRemoved([{ viewer: who.member }], number);
const numbers = async (number: string, who = account) =>
  (await found(who, number)).map((removed) => [removed.number, removed.issuedOn]);
const byId = (who: TestAccount, id: string) =>
  withViewer(who.member, (tx) => findRemovedById(tx, who.member, id));

describe("the number of a removed invoice", () => {
  it("is still found, with dates and SHA-256, also when it is typed in lower case and with spaces", async () => {
    const id = await writeEntries("FT-2024-7", ["deposited", "removed"]);
    const expected = {
      id,
      number: "FT-2024-7",
      issuedOn: "2024-10-02",
      removedAt: new Date("2026-10-04T00:00:00Z"),
      sha256: SHA256,
    };
    for (const typed of ["FT-2024-7", "  ft-2024-7 "])
      expect(await found(account, typed)).toEqual([
        { ...expected, account: { viewer: account.member }, askedAt: null },
      ]);
    expect(await byId(account, id)).toEqual(expected);
  });

  it("is found without the characters that nobody can see, in the ledger or as typed", async () => {
    await writeEntries("FT-20\u200b24-7", ["deposited", "removed"]);
    for (const typed of ["FT-2024-7", "\u2066FT-2024\u00ad-7\u2069"])
      expect(await numbers(typed)).toEqual([["FT-20\u200b24-7", "2024-10-02"]]);
  });

  it("is not found when it is typed with a control character", async () => {
    expect(await numbers("FT\u0000-2024-7")).toEqual([]);
  });

  it("can exist in several years; the latest year comes first", async () => {
    await writeEntries("FT-7", ["deposited", "removed"], account, "2023-05-01");
    await writeEntries("FT-7", ["deposited", "removed"], account, "2024-05-01");
    expect(await numbers("FT-7")).toEqual([
      ["FT-7", "2024-05-01"],
      ["FT-7", "2023-05-01"],
    ]);
  });

  it("is not found if the invoice still exists or was withdrawn, even if it was removed later", async () => {
    const ids = [
      await writeEntries("F-HERE", ["deposited"]),
      await writeEntries("F-WRONG", ["deposited", "withdrawn"]),
      await writeEntries("F-GONE", ["deposited", "withdrawn", "removed"]),
    ];
    for (const number of ["F-HERE", "F-WRONG", "F-GONE", "", " ", "x".repeat(400)])
      expect(await numbers(number)).toEqual([]);
    for (const id of ids) expect(await byId(account, id)).toBeNull();
  });

  it("is not found in another account", async () => {
    const id = await writeEntries("FT-2024-7", ["deposited", "removed"]);
    const other = await makeAccount(supplier);
    expect(await numbers("FT-2024-7", other)).toEqual([]);
    expect(await byId(other, id)).toBeNull();
  });

  it("allows one request for a duplicate, visible to every colleague and to no other account", async () => {
    await writeEntries("FT-2024-7", ["deposited", "removed"]);
    const request = { kind: "duplicate", number: "FT-2024-7", issuedOn: "2024-10-02", message: "" } as const;
    expect((await recordRequest(account.member, request)).ok).toBe(true);
    const askedAt = new Date("2026-11-23T08:00:00Z");
    expect((await openRemoved([{ viewer: account.administrator }], "ft-2024-7"))[0]?.askedAt).toEqual(
      askedAt,
    );
    expect(await recordRequest(account.administrator, request)).toMatchObject({ reason: "already_asked" });
    const other = await makeAccount(supplier);
    await writeEntries("FT-2024-7", ["deposited", "removed"], other);
    expect((await found(other, "FT-2024-7"))[0]?.askedAt).toBeNull();
  });
});
