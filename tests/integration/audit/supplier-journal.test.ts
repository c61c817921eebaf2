import { beforeEach, describe, expect, it } from "vitest";
import type { Manager, Viewer } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { readAuditFilter } from "@/lib/audit/audit-filter";
import { listSupplierJournal } from "@/lib/audit/list-supplier-journal";
import { type AuditEvent, recordAudit } from "@/lib/audit/record-audit";
import { testDatabase } from "@/tests/support/database";
import {
  asOwner,
  makeAccount,
  makeStaff,
  makeSupplier,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";

const TODAY = "2026-11-23";
const PARIS = "Europe/Paris";

let supplier: TestSupplier;
let account: TestAccount;
let manager: Manager;
let adviser: Viewer;

beforeEach(async () => {
  await testDatabase().reset();
  supplier = await makeSupplier();
  account = await makeAccount(supplier);
  manager = (await makeStaff("manager", supplier)).viewer as Manager;
  adviser = (await makeStaff("adviser", supplier)).viewer;
});

const act = (viewer: Viewer, action: AuditEvent["action"], at: string, event: Partial<AuditEvent> = {}) =>
  withViewer(viewer, (tx) =>
    recordAudit(tx, viewer, {
      action,
      subjectId: account.id,
      accountId: account.id,
      supplierId: supplier.id,
      at: new Date(at),
      ...event,
    }),
  );

/** The actions that the manager sees with this filter, newest first. */
async function shown(search: Record<string, string> = {}): Promise<string[]> {
  const { entries } = await listSupplierJournal(manager, readAuditFilter(search, TODAY), PARIS);
  return entries.map(({ action }) => action);
}

describe("the journal of a supplier", () => {
  it("shows what its staff and its customers did, newest first, with the customer and the changed fields", async () => {
    await act(account.administrator, "signed_in", "2026-11-20T08:00:00Z", {
      subjectId: account.administrator.userId,
    });
    await act(adviser, "account_changed", "2026-11-21T08:00:00Z", {
      details: { fields: ["channel"], reason: "moved" },
    });
    const { entries } = await listSupplierJournal(manager, readAuditFilter({}, TODAY), PARIS);
    expect(entries).toMatchObject([
      {
        action: "account_changed",
        actor: { kind: "user", name: "adviser" },
        customer: { accountId: account.id, customerNumber: account.customerNumber },
        fields: ["channel"],
        reason: "moved",
      },
      {
        action: "signed_in",
        actor: { kind: "user", identifier: account.identifiers.administrator },
        about: null,
      },
    ]);
  });

  it("shows nothing of another supplier, whatever the filter says", async () => {
    const other = await makeSupplier();
    const foreign = await makeAccount(other);
    const colleague = (await makeStaff("adviser", other)).viewer;
    await act(colleague, "account_changed", "2026-11-21T08:00:00Z", {
      subjectId: foreign.id,
      accountId: foreign.id,
      supplierId: other.id,
    });
    const who = "userId" in colleague ? colleague.userId : "";
    expect(await shown()).toEqual([]);
    expect(await shown({ who })).toEqual([]);
    expect(await shown({ customer: foreign.customerNumber })).toEqual([]);
  });

  it("leaves deposits out until they are asked for", async () => {
    const [row] = await asOwner((sql) => sql<{ id: string }[]>`select id from supplier_keys`);
    const key: Viewer = { kind: "supplier_key", keyId: row?.id ?? "", supplierId: supplier.id };
    await act(key, "invoice_deposited", "2026-11-21T08:00:00Z");
    await act(key, "invoice_withdrawn", "2026-11-21T09:00:00Z");
    expect(await shown()).toEqual(["invoice_withdrawn"]);
    expect(await shown({ group: "documents" })).toEqual(["invoice_withdrawn", "invoice_deposited"]);
  });

  it("is limited by side, person, group and customer", async () => {
    const other = await makeAccount(supplier);
    await act(account.administrator, "name_changed", "2026-11-20T08:00:00Z");
    await act(adviser, "account_changed", "2026-11-20T09:00:00Z");
    await act(manager, "note_added", "2026-11-20T10:00:00Z", { subjectId: other.id, accountId: other.id });
    expect(await shown({ who: "customers" })).toEqual(["name_changed"]);
    expect(await shown({ who: "staff" })).toEqual(["note_added", "account_changed"]);
    expect(await shown({ who: "keys" })).toEqual([]);
    expect(await shown({ who: manager.userId })).toEqual(["note_added"]);
    expect(await shown({ group: "profile" })).toEqual(["name_changed"]);
    expect(await shown({ customer: other.customerNumber })).toEqual(["note_added"]);
  });

  it("takes whole days of the supplier's time zone, and 90 days when no period is chosen", async () => {
    await act(adviser, "note_added", "2026-08-01T08:00:00Z");
    await act(adviser, "account_changed", "2026-11-19T23:30:00Z");
    await act(adviser, "account_closing", "2026-11-20T22:59:59Z");
    await act(adviser, "account_reopened", "2026-11-20T23:00:00Z");
    expect(await shown({ from: "2026-11-20", to: "2026-11-20" })).toEqual([
      "account_closing",
      "account_changed",
    ]);
    expect(await shown()).not.toContain("note_added");
    expect(await shown({ from: "2026-08-01" })).toContain("note_added");
    expect(await shown({ from: "2026-11-21", to: "2026-11-20" })).toEqual([]);
  });

  it("gives each event once, page by page, also those of the same instant", async () => {
    for (let event = 0; event < 7; event += 1) await act(adviser, "note_added", "2026-11-20T08:00:00Z");
    const seen = new Set<string>();
    let after = null;
    for (let page = 0; page < 4; page += 1) {
      const filter = { ...readAuditFilter({}, TODAY), after };
      const { entries, older } = await listSupplierJournal(manager, filter, PARIS, 2);
      for (const { id } of entries) seen.add(id);
      after = older;
    }
    expect([seen.size, after]).toEqual([7, null]);
  });
});

it("an event of the journal can be neither changed nor removed by anybody who is signed in", async () => {
  await act(adviser, "note_added", "2026-11-20T08:00:00Z");
  const asManager = (query: string) => withViewer(manager, (tx) => tx.execute(query));
  await expect(asManager("update audit_events set details = '{}'")).rejects.toThrow();
  await expect(asManager("delete from audit_events")).rejects.toThrow();
  expect(await asOwner((sql) => sql`select action from audit_events`)).toEqual([{ action: "note_added" }]);
});
