import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { withViewer } from "@/lib/access/with-viewer";
import { selectBooked } from "@/lib/accounting/booked-invoices";
import { splitInvoice } from "@/lib/accounting/split-invoice";
import { openOverview } from "@/lib/overview/open-overview";
import { openVehicle } from "@/lib/overview/open-vehicle";
import { netOf, totalOf } from "@/lib/overview/spend";
import { vehicleView } from "@/lib/overview/vehicle-view";
import type { CustomerSession } from "@/lib/sign-in/session/current-session";
import { fillAccount } from "@/tests/integration/invoices/fill-account";
import { sessionOf, setProvenAddress } from "@/tests/integration/persons/person-world";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import {
  asOwner,
  makeAccount,
  makeSupplier,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";

const [ONE, OTHER] = ["AA-111-AA", "BB-222-BB"];
let supplier: TestSupplier;
let account: TestAccount;
let session: CustomerSession;

interface Line {
  name?: string;
  net: string;
  rate: string | null;
  vehicle: string | null;
}

beforeEach(async () => {
  await testDatabase().reset();
  clockAt("2026-11-23T10:00:00Z");
  supplier = await makeSupplier();
  account = await makeAccount(supplier);
  session = await sessionOf(account.identifiers.member);
});

/** Inserts a document with these lines; its VAT by rate is the one of the lines, rounded. */
async function add(
  total: number,
  lines: readonly Line[],
  change: Record<string, unknown> = {},
): Promise<string> {
  const shared = { total_with_vat_minor: total, vehicles: `{${ONE},${OTHER}}`, ...change };
  const [id = randomUUID()] = await fillAccount(supplier, account, ["2026-10-10"], shared);
  await asOwner(async (sql) => {
    for (const [position, { name = "Loyer", net, rate, vehicle }] of lines.entries())
      await sql`
        insert into invoice_lines (invoice_id, supplier_id, account_id, position, name, net_amount, vat_category, vat_rate, vehicle)
        values (${id}, ${supplier.id}, ${account.id}, ${position}, ${name}, ${net}, ${rate === null ? null : "S"}, ${rate}, ${vehicle})`;
    await sql`
      insert into invoice_vat (invoice_id, supplier_id, account_id, position, category, rate, base_minor, tax_minor)
      select invoice_id, supplier_id, account_id, row_number() over (order by vat_rate), 'S', vat_rate,
        round(sum(net_amount * 100)), round(sum(net_amount * vat_rate))
      from invoice_lines where invoice_id = ${id} and vat_rate is not null
      group by invoice_id, supplier_id, account_id, vat_rate`;
  });
  return id;
}

const lines = async () =>
  ((await openOverview(session, { by: "vehicle" }))?.names ?? []).map((line) => [
    line.kind === "named" ? line.name : line.kind,
    netOf(line),
  ]);

describe("a fleet's invoice", () => {
  it("is split by its lines, each with its own VAT", async () => {
    await add(18_550, [
      { net: "100", rate: "20", vehicle: ONE },
      { net: "50", rate: "20", vehicle: OTHER },
      { net: "5", rate: "10", vehicle: OTHER },
    ]);
    expect(await lines()).toEqual([
      [ONE, 12_000n],
      [OTHER, 6_550n],
    ]);
  });

  it("leaves without a vehicle what no line says: lines without one or without VAT, and the rest of the total", async () => {
    await add(20_000, [
      { net: "100", rate: "20", vehicle: ONE },
      { net: "10", rate: "20", vehicle: null },
      { net: "10", rate: null, vehicle: OTHER },
      { net: "10", rate: "20", vehicle: "ZZ-999-ZZ" },
    ]);
    expect(await lines()).toEqual([
      [ONE, 12_000n],
      ["unsplit", 8_000n],
    ]);
  });

  it("is not split without lines; a document that names no vehicle is another line", async () => {
    await fillAccount(supplier, account, ["2026-10-10"], { vehicles: `{${ONE}}` });
    await fillAccount(supplier, account, ["2026-10-10"], { vehicles: `{${ONE},${OTHER}}` });
    await fillAccount(supplier, account, ["2026-10-10"]);
    expect(await lines()).toEqual([
      [ONE, 100n],
      ["unsplit", 100n],
      ["unnamed", 100n],
    ]);
  });

  it("shares roundings out, so that the lines are the total to the last digit", async () => {
    await add(1_001, [
      { net: "2.783", rate: "20", vehicle: ONE },
      { net: "2.783", rate: "20", vehicle: OTHER },
      { net: "2.783", rate: "20", vehicle: ONE },
    ]);
    const split = await lines();
    expect(split.map(([name]) => name)).toEqual([ONE, OTHER]);
    expect(totalOf((await openOverview(session, { by: "vehicle" }))?.names ?? []).invoicesMinor).toBe(1_001n);
  });

  it("subtracts a credit note from the vehicles of its lines, with whichever sign it is written", async () => {
    const credited = [
      { net: "10", rate: "20", vehicle: ONE },
      { net: "20", rate: "20", vehicle: OTHER },
    ];
    const negative = credited.map((line) => ({ ...line, net: `-${line.net}` }));
    await add(3_600, credited, { type: "credit_note", type_code: "381" });
    await add(-3_600, negative, { type: "credit_note", type_code: "381" });
    expect(await lines()).toEqual([
      [ONE, -2_400n],
      [OTHER, -4_800n],
    ]);
  });

  it("is split as for the accounting, up to roundings, and adds up to its total", async () => {
    const line = fc.record({
      net: fc.integer({ min: -50_000, max: 90_000 }).map((thousandths) => (thousandths / 1_000).toFixed(3)),
      rate: fc.constantFrom("20", "10", "5.5"),
      vehicle: fc.constantFrom(ONE, OTHER, null),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 6 }), async (some) => {
        await asOwner((sql) => sql`delete from invoices`);
        const exact = some.reduce((sum, { net, rate }) => sum + Number(net) * (100 + Number(rate)), 0);
        const id = await add(Math.round(exact), some);
        const [booked] = await withViewer(session.viewer, (tx) => selectBooked(tx, session.viewer, [id]));
        if (!booked) throw new Error("not found");
        const split = await lines();
        const total = split.reduce((sum, [, minor]) => sum + BigInt(minor ?? 0n), 0n);
        expect(total).toBe(booked.totalWithVatMinor);
        for (const plate of [ONE, OTHER]) {
          const accounted = splitInvoice(booked)
            .parts.filter(({ vehicle }) => vehicle === plate)
            .reduce((sum, { netMinor, taxMinor }) => sum + netMinor + taxMinor, 0n);
          const shown = BigInt(split.find(([name]) => name === plate)?.[1] ?? 0n);
          const difference = shown - accounted;
          expect(difference >= -20n && difference <= 20n).toBe(true);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("says of each vehicle what its invoices are for", async () => {
    await add(36_000, [
      { name: "Loyer longue durée", net: "100", rate: "20", vehicle: ONE },
      { name: "Entretien", net: "50", rate: "20", vehicle: ONE },
      { name: "Péage", net: "50", rate: "20", vehicle: ONE },
      { name: "Loyer longue durée", net: "100", rate: "20", vehicle: OTHER },
    ]);
    const overview = await openOverview(session, { by: "vehicle" });
    expect(overview?.kinds.get(ONE ?? "")).toEqual({ rentMinor: 12_000n, maintenanceMinor: 6_000n });
    expect(overview?.kinds.get(OTHER ?? "")).toEqual({ rentMinor: 12_000n, maintenanceMinor: 0n });
  });
});

describe("the page of a vehicle", () => {
  const open = (plate: string, params: Record<string, string> = {}) => openVehicle(session, plate, params);

  it("has its part of fleets and its own documents, by month, with contracts and documents", async () => {
    await add(18_000, [
      { name: "Loyer", net: "100", rate: "20", vehicle: ONE },
      { net: "50", rate: "20", vehicle: OTHER },
    ]);
    await add(6_000, [{ name: "Entretien", net: "50", rate: "20", vehicle: ONE }], {
      vehicles: `{${ONE}}`,
      contracts: "{C-7}",
      issued_on: "2026-09-01",
    });
    await add(600, [{ net: "5", rate: "20", vehicle: ONE }], { type: "credit_note", type_code: "381" });
    await add(999, []);
    const vehicle = await open(ONE ?? "");
    if (!vehicle) throw new Error("not found");
    expect(vehicle.months.slice(8, 10).map(netOf)).toEqual([6_000n, 12_000n - 600n]);
    expect(vehicle.kinds).toEqual({ rentMinor: 12_000n, maintenanceMinor: 6_000n });
    expect(vehicle.contracts).toEqual([
      { name: "C-7", firstIssuedOn: "2026-09-01", lastIssuedOn: "2026-09-01" },
    ]);
    expect([vehicle.documentCount, vehicle.unsplitCount]).toEqual([4, 1]);
    expect(vehicle.documents.map(({ partMinor }) => partMinor).sort()).toEqual(
      [-600n, 12_000n, 6_000n, null].sort(),
    );
    const view = vehicleView(vehicle);
    expect(view.listHref).toBe(`/invoices?from=2026-01-01&to=2026-12-31&vehicle=${ONE}`);
    expect(view.otherMinor).toBe(0n);
  });

  it("exists only for plates that the session's own documents name", async () => {
    const other = await makeAccount(await makeSupplier());
    await fillAccount(supplier, account, ["2026-10-10"], { vehicles: `{${ONE}}` });
    await fillAccount(supplier, account, ["2026-10-10"], {
      vehicles: `{${OTHER}}`,
      state: "withdrawn",
      withdrawn_at: new Date(),
    });
    expect(await open(ONE ?? "")).not.toBeNull();
    for (const plate of [OTHER ?? "", "XX-000-XX", "", "%", "' or 1=1"]) expect(await open(plate)).toBeNull();
    const stranger = await sessionOf(other.identifiers.member);
    for (const scope of ["own", "all"]) expect(await openVehicle(stranger, ONE ?? "", { scope })).toBeNull();
  });

  it("stays when the chosen period has no document", async () => {
    await fillAccount(supplier, account, ["2025-10-10"], { vehicles: `{${ONE}}` });
    const vehicle = await open(ONE ?? "");
    expect([vehicle?.documentCount, vehicle?.documents]).toEqual([0, []]);
    expect((await open(ONE ?? "", { period: "last_year" }))?.documentCount).toBe(1);
  });

  it("adds up all companies of the person, and only those", async () => {
    const [second, stranger] = [await makeAccount(supplier), await makeAccount(supplier)];
    for (const identifier of [account.identifiers.administrator, second.identifiers.administrator])
      await setProvenAddress(identifier, "deux@essai.example");
    for (const one of [account, second, stranger])
      await fillAccount(supplier, one, ["2026-10-10"], { vehicles: `{${ONE}}` });
    const person = await sessionOf(account.identifiers.administrator);
    const spent = async (scope: string) => {
      const vehicle = await openVehicle(person, ONE ?? "", { scope });
      const overview = await openOverview(person, { by: "vehicle", scope });
      return [vehicle, overview].map((one) => netOf(totalOf(one?.months ?? [])));
    };
    expect(await spent("own")).toEqual([100n, 100n]);
    expect(await spent("all")).toEqual([200n, 200n]);
    const { names = [] } = (await openOverview(person, { by: "vehicle", scope: "all" })) ?? {};
    expect(names).toMatchObject([{ name: ONE, names: 1, invoicesMinor: 200n, invoiceCount: 2 }]);
  });
});
