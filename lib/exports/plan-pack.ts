import { createHash } from "node:crypto";
import { todayIn } from "@/lib/dates";
import { documentName } from "@/lib/document-name";
import { csvHeader, csvRow } from "./csv-index";
import type { PackReader } from "./export-selection";
import { indexColumns, type IndexRow, type IndexWords } from "./index-columns";
import { distinctNames, folderName } from "./pack-names";
import { type ExportedDocument, readDocuments, readVatRates } from "./read-documents";
import { distinctRates, vatKey, type VatRate, vatRateOf } from "./vat-rates";
import { startXlsxIndex } from "./xlsx-index";

/** Maximum of a pack: its plan is kept in memory, about one kilobyte for each document. */
const MAX_DOCUMENTS = 50_000;

/** An account whose invoices go into the pack. They are read as the user `viewer`. */
export type PackAccount = PackReader & AccountNames;

interface AccountNames {
  supplierName: string;
  companyName: string;
  customerNumber: string;
  timeZone: string;
}

export interface PlannedDocument {
  id: string;
  /** Its path in the pack. */
  name: string;
  size: number;
}

/** The content of a pack, known before any original is opened. */
export interface PackPlan {
  parts: { account: PackAccount; documents: PlannedDocument[] }[];
  count: number;
  csv: Buffer;
  xlsx: Uint8Array;
  /** `sha256sum -c` format: originals and both indexes. */
  checksums: Buffer;
  /** Time of the latest deposit. It dates the generated files, so that the same selection gives the same bytes. */
  latestDeposit: Date;
  /** The first and the last issue date of the invoices. */
  from: string;
  to: string;
  /** Changes when any byte of the pack changes. */
  fingerprint: string;
}

/**
 * Reads the selected invoices of each account in batches, and makes indexes and checksums from the rows alone. With
 * several accounts, each gets a folder. Null when nothing is selected; `too_many` above MAX_DOCUMENTS.
 */
export async function planPack(
  accounts: readonly PackAccount[],
  words: IndexWords,
): Promise<PackPlan | null | "too_many"> {
  for (;;) {
    // One after the other: a pack to print may have thousands of accounts, and connections are shared.
    const found: Awaited<ReturnType<typeof readVatRates>>[] = [];
    for (const account of accounts) found.push(await readVatRates(account));
    const plan = await planWithRates(accounts, distinctRates(found.flat()), words);
    if (plan !== "new_rate") return plan;
  }
}

/** `new_rate`: an invoice with another rate of VAT was deposited since the rates were read. */
async function planWithRates(
  accounts: readonly PackAccount[],
  rates: readonly VatRate[],
  words: IndexWords,
): Promise<PackPlan | null | "too_many" | "new_rate"> {
  const columns = indexColumns(rates, words);
  const knownRates = new Set(rates.map(vatKey));
  const nameOf = distinctNames();
  const folderOf = distinctNames();
  const xlsx = startXlsxIndex(columns, words);
  const csv = [csvHeader(columns)];
  const checksums: Buffer[] = [];
  const fingerprint = createHash("sha256");
  const parts: PackPlan["parts"] = [];
  let [count, latest, from, to] = [0, 0, "9999", "0000"];

  for (const account of accounts) {
    const folder = accounts.length > 1 ? `${folderOf(folderName(account))}/` : "";
    const documents: PlannedDocument[] = [];
    for await (const batch of readDocuments(account)) {
      count += batch.length;
      if (count > MAX_DOCUMENTS) return "too_many";
      if (batch.some(({ vat }) => vat.some((one) => !knownRates.has(vatKey(vatRateOf(one))))))
        return "new_rate";
      const rows = batch.map((document): IndexRow => {
        const name = nameOf(folder + documentName({ ...document, supplierName: account.supplierName }));
        documents.push({ id: document.id, name, size: document.size });
        return indexRow(account, document, name);
      });
      await xlsx.add(rows);
      csv.push(...rows.map((row) => csvRow(row, columns, words)));
      for (const { file, sha256, issuedOn } of rows) {
        checksums.push(checksumLine(sha256, file));
        if (issuedOn < from) from = issuedOn;
        if (issuedOn > to) to = issuedOn;
      }
      for (const { depositedAt } of batch) {
        fingerprint.update(`${depositedAt.getTime()} `);
        latest = Math.max(latest, depositedAt.getTime());
      }
    }
    if (documents.length > 0) parts.push({ account, documents });
  }
  if (count === 0) return null;
  const latestDeposit = new Date(latest);
  const [csvBytes, xlsxBytes] = [Buffer.concat(csv), await xlsx.finish(latestDeposit)];
  for (const [name, bytes] of [
    ["index.csv", csvBytes],
    ["index.xlsx", xlsxBytes],
  ] as const)
    checksums.push(checksumLine(createHash("sha256").update(bytes).digest("hex"), name));
  const sums = Buffer.concat(checksums);
  return {
    parts,
    count,
    csv: csvBytes,
    xlsx: xlsxBytes,
    checksums: sums,
    latestDeposit,
    from,
    to,
    fingerprint: fingerprint.update(sums).digest("hex"),
  };
}

function indexRow(account: PackAccount, document: ExportedDocument, file: string): IndexRow {
  return {
    ...document,
    file,
    supplierName: account.supplierName,
    companyName: account.companyName,
    customerNumber: account.customerNumber,
    depositedOn: todayIn(account.timeZone, document.depositedAt.getTime()),
  };
}

const checksumLine = (sha256: string, name: string) => Buffer.from(`${sha256}  ${name}\n`);
