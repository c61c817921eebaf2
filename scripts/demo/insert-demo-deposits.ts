import type { SupplierKey } from "@/lib/access/viewer";
import { announceInvoices } from "@/lib/completeness/announce-invoices";
import type { Announcement } from "@/lib/completeness/announcement";
import type { PlainDate } from "@/lib/dates";
import { depositInvoice } from "@/lib/deposits/deposit-invoice";
import type { DepositMetadata } from "@/lib/deposits/deposit-metadata";
import { monthsBack } from "@/lib/months";
import { makeDemoFile } from "./demo-file";
import type { DemoInvoice, DemoWorld } from "./demo-world";
import { sirenFrom, vatNumberOf } from "./fictional-numbers";
import type { DemoRows } from "./insert-demo-accounts";
import { totalsOf } from "./invoice-totals";

const SLUG = "mobilize-lease";
/** Complete months that are announced. */
const MONTHS = 2;
/** The accounts whose documents are announced; for the last, one document more than there is. */
const COMPLETE = "204118";
const INCOMPLETE = "212009";
const MISSING_MINOR = 48_260n;
/** The company of no account. */
const STRANGER_SIREN = sirenFrom("99900001");
const STRANGER = {
  name: "Ateliers du Ponant SARL",
  siren: STRANGER_SIREN,
  vatNumber: vatNumberOf(STRANGER_SIREN),
};

/** Deposits files that are refused, each for another reason, and announces what two accounts should have. */
export async function insertDemoDeposits(
  world: DemoWorld,
  demoRows: DemoRows,
  today: PlainDate,
): Promise<void> {
  const supplier = demoRows.suppliers.get(SLUG);
  if (!supplier) throw new Error(`The demo has no supplier ${SLUG}.`);
  const viewer: SupplierKey = { kind: "supplier_key", keyId: supplier.keyId, supplierId: supplier.id };
  for (const { file, metadata } of await refusedFiles(world)) {
    const result = await depositInvoice(viewer, file, metadata, { dryRun: false });
    if (result.ok) throw new Error(`${file.fileName} was accepted.`);
  }
  const announced = await announceInvoices(viewer, announcements(world, today));
  if (!announced.ok) throw new Error(`No account ${announced.customerNumbers.join(", ")}.`);
}

interface RefusedDemoFile {
  file: { fileName: string; bytes: Uint8Array };
  metadata: DepositMetadata;
}

async function refusedFiles(world: DemoWorld): Promise<RefusedDemoFile[]> {
  const newest = world.invoices.filter(
    ({ supplier, customerNumber, spec }) =>
      supplier === SLUG && customerNumber === COMPLETE && spec.type === "invoice",
  );
  const last = newest.at(-1);
  if (!last) throw new Error("The demo has no invoice to vary.");
  const vary = async (
    number: number,
    format: DemoInvoice["format"],
    change: Partial<DemoInvoice["spec"]>,
  ): Promise<RefusedDemoFile["file"]> => {
    const spec = {
      ...last.spec,
      number: last.spec.number.replace(/\d+$/, String(990_000 + number)),
      ...change,
    };
    const ending = format === "pdf" || format === "facturx" ? "pdf" : "xml";
    return makeDemoFile(spec, format, `${spec.number}.${ending}`);
  };
  const stranger = { ...last.spec.buyer, ...STRANGER };
  return [
    { file: { fileName: "annexe-tarifs.pdf", bytes: Buffer.from("Tarifs\n") }, metadata: {} },
    { file: await vary(3, "cii", { buyer: stranger, customerNumber: "" }), metadata: {} },
    { file: await vary(2, "pdf", {}), metadata: { customerNumber: COMPLETE } },
    { file: await vary(1, "facturx", {}), metadata: { customerNumber: INCOMPLETE } },
  ];
}

function announcements(world: DemoWorld, today: PlainDate): Announcement[] {
  const months = monthsBack(today, MONTHS).slice(1);
  return [COMPLETE, INCOMPLETE].flatMap((customerNumber) =>
    months.map((month, monthsAgo): Announcement => {
      const issued = world.invoices.filter(
        (one) =>
          one.supplier === SLUG &&
          one.customerNumber === customerNumber &&
          one.spec.issuedOn.startsWith(month),
      );
      const totalMinor = issued.reduce((sum, { spec }) => {
        const { grossMinor } = totalsOf(spec);
        return spec.type === "credit_note" ? sum - grossMinor : sum + grossMinor;
      }, 0n);
      const lacks = customerNumber === INCOMPLETE && monthsAgo === 0;
      return {
        ...{ customerNumber, month, currency: "EUR" },
        documentCount: issued.length + (lacks ? 1 : 0),
        totalMinor: totalMinor + (lacks ? MISSING_MINOR : 0n),
      };
    }),
  );
}
