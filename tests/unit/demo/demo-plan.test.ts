import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, addMonths } from "@/lib/dates";
import { isSiren } from "@/lib/formats/siren";
import { normalizeIdentifier } from "@/lib/identifier";
import { demoPlan } from "@/scripts/demo/demo-plan";

const TODAY = "2026-11-23";
const world = demoPlan(TODAY);
const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays("2025-01-01", days));

test("the demo has three suppliers, about twelve accounts and about 400 invoices", () => {
  expect(world.suppliers.map((supplier) => supplier.slug)).toEqual([
    "mobilize-lease",
    "diac-location",
    "express-colis",
  ]);
  expect(world.accounts.length).toBeGreaterThanOrEqual(12);
  expect(world.accounts.length).toBeLessThanOrEqual(18);
  expect(world.invoices.length).toBeGreaterThan(380);
  expect(world.invoices.length).toBeLessThan(480);
  const shown = new Set(world.invoices.map(({ format, spec }) => `${format} ${spec.type}`));
  for (const kind of [
    "facturx invoice",
    "facturx credit_note",
    "ubl invoice",
    "cii invoice",
    "pdf invoice",
  ]) {
    expect(shown).toContain(kind);
  }
});

test("every preference exists, and an account on paper and one without an address", () => {
  const preferences = new Set(world.accounts.map((account) => account.preference));
  expect(preferences).toEqual(new Set(["attachment", "link", "digest", "none"]));
  expect(world.accounts.filter((account) => account.channel === "paper")).toHaveLength(1);
  expect(world.accounts.filter((account) => account.email === null)).toHaveLength(1);
});

test("every SIREN passes the Luhn check, is visibly fictional and matches its VAT number", () => {
  const companies = [
    ...world.suppliers.map((supplier) => supplier.seller),
    ...world.accounts.map((account) => account.company),
  ];
  for (const { siren, vatNumber } of companies) {
    expect(isSiren(siren)).toBe(true);
    expect(siren).toMatch(/^999/);
    expect(Number(vatNumber.slice(2, 4))).toBe((12 + 3 * (Number(siren) % 97)) % 97);
    expect(vatNumber.slice(4)).toBe(siren);
  }
});

test("the sellers' IBAN and SEPA identifiers have correct check digits", () => {
  const remainder = (text: string) => {
    const moved = text.slice(4) + text.slice(0, 4);
    return BigInt([...moved].map((character) => parseInt(character, 36)).join("")) % 97n;
  };
  for (const { seller } of world.suppliers) {
    expect(seller.iban).toMatch(/^FR\d{25}$/);
    expect(remainder(seller.iban)).toBe(1n);
    expect(remainder(seller.creditorId.replace("ZZZ", ""))).toBe(1n);
  }
});

test("every identifier is unique and written as it is stored", () => {
  const identifiers = world.users.map((user) => user.identifier);
  expect(new Set(identifiers).size).toBe(identifiers.length);
  for (const identifier of identifiers) expect(normalizeIdentifier(identifier)).toBe(identifier);
});

test("passwords fulfil the rule of the FAQ", () => {
  for (const { password } of world.users) {
    expect(password.length).toBeGreaterThanOrEqual(8);
    expect(password).toMatch(/[A-Z].*\d|\d.*[A-Z]/);
    expect(password).toMatch(/[^A-Za-z0-9]/);
  }
});

test("one proven address opens two companies of a supplier, another person two suppliers", () => {
  const places = (email: string) =>
    world.users.filter((user) => user.email === email && user.isEmailVerified).map((user) => user.supplier);
  expect(places("camille.lorme@perce-neige.example")).toEqual(["mobilize-lease", "mobilize-lease"]);
  expect(places("noe.baltard@perce-neige.example")).toEqual(["mobilize-lease", "diac-location"]);
});

test("the first administrator of mobilize-lease has more than a page of invoices in three months", () => {
  const first = world.users.find(
    (user) => user.supplier === "mobilize-lease" && user.role === "administrator",
  );
  const account = world.accounts.find((one) => one.customerNumber === first?.customerNumber);
  expect(first).toMatchObject({ mustChangePassword: false, isEmailVerified: true });
  expect(account).toMatchObject({ channel: "electronic", supplier: "mobilize-lease" });
  const recent = world.invoices.filter(
    ({ customerNumber, spec }) =>
      customerNumber === account?.customerNumber && spec.issuedOn >= addMonths(TODAY, -3),
  );
  expect(recent.length).toBeGreaterThanOrEqual(60);
  expect(recent.some(({ spec }) => spec.type === "credit_note")).toBe(true);
});

test("every user's account and every invoice's account exist", () => {
  const keys = new Set(world.accounts.map((one) => `${one.supplier} ${one.customerNumber}`));
  for (const { supplier, customerNumber } of [...world.users, ...world.invoices]) {
    if (customerNumber !== null) expect(keys).toContain(`${supplier} ${customerNumber}`);
  }
});

test("on any day, dates are right, numbers are continuous and credit notes refer to earlier invoices", () => {
  fc.assert(
    fc.property(day, (today) => {
      const { invoices, suppliers } = demoPlan(today);
      const newest = invoices.reduce((last, { spec }) => (spec.issuedOn > last ? spec.issuedOn : last), "");
      expect(newest <= today && newest > addDays(today, -7)).toBe(true);
      for (const { spec, expired, depositedAt } of invoices) {
        expect(spec.issuedOn <= today && spec.issuedOn >= addDays(addMonths(today, -30), -5)).toBe(true);
        expect(expired).toBe(addMonths(spec.issuedOn, 24) < today);
        expect(depositedAt.slice(0, 10)).toBe(spec.issuedOn);
        if (spec.type === "invoice") continue;
        const credited = invoices.find((one) => one.spec.number === spec.precedingInvoice?.number);
        expect(credited?.spec).toMatchObject({ type: "invoice", customerNumber: spec.customerNumber });
        expect(spec.precedingInvoice?.issuedOn).toBe(credited?.spec.issuedOn);
        expect((credited?.spec.issuedOn ?? "9") < spec.issuedOn).toBe(true);
      }
      for (const { slug } of suppliers) expectContinuous(invoices.filter((one) => one.supplier === slug));
    }),
    { numRuns: 15 },
  );
});

function expectContinuous(invoices: ReturnType<typeof demoPlan>["invoices"]) {
  for (const type of ["invoice", "credit_note"]) {
    const own = invoices.filter(({ spec }) => spec.type === type);
    own.sort((a, b) => (a.spec.number.slice(-6) < b.spec.number.slice(-6) ? -1 : 1));
    const positions = own.map(({ spec }) => Number(spec.number.slice(-6)));
    positions.forEach((position, index) => expect(position).toBe((positions[0] ?? 0) + index));
    const dates = own.map(({ spec }) => spec.issuedOn);
    expect(dates).toEqual([...dates].sort());
  }
}

test("the same day gives the same demo data, to the last byte", async () => {
  const digest = async () => {
    const hash = createHash("sha256");
    for (const invoice of demoPlan(TODAY).invoices.slice(-60)) {
      const { fileName, bytes } = await invoice.file();
      hash.update(`${fileName} ${invoice.depositedAt}`).update(bytes);
    }
    return hash.digest("hex");
  };
  expect(await digest()).toBe(await digest());
});
