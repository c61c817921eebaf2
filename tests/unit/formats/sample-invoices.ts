import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** Real invoices, in a folder beside the project that is not part of it. */
const FOLDER = resolve(process.cwd(), "../shared/invoices");

export type Sample = Record<string, string> & { file: string };

/** The expected values of each sample; empty, with a message, when the folder is absent. */
export function readManifest(): Sample[] {
  if (!existsSync(join(FOLDER, "manifest.csv"))) {
    console.warn(`No sample invoices at ${FOLDER}: reading them is not checked here.`);
    return [];
  }
  const [header = [], ...rows] = parseCsv(readFileSync(join(FOLDER, "manifest.csv"), "utf8"));
  return rows.map((row) => {
    const cells = Object.fromEntries(header.map((name, index) => [name, row[index] ?? ""]));
    return { ...cells, file: cells.file ?? "" };
  });
}

export function readSample(file: string): Uint8Array {
  return new Uint8Array(readFileSync(join(FOLDER, file)));
}

/** All invoice files of the folder, without other documents. */
export function listSamples(): string[] {
  return existsSync(FOLDER) ? readdirSync(FOLDER).filter((file) => /\.(pdf|xml)$/i.test(file)) : [];
}

/** RFC 4180: quoted cells may contain commas, line breaks and doubled quotes. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    if (end !== ",") rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}
