import type { InvoicePaths, LinePaths, ObjectPaths } from "@/lib/formats/invoice-paths";
import type { InvoiceLine } from "@/lib/formats/invoice-reading";
import type { ValueChecker } from "@/lib/formats/value-checker";
import { readText, select, type XmlElement } from "@/lib/formats/xml-element";

const MAX_LINES = 5_000;
const VEHICLE_SCHEME = "ABZ";
const LONGEST_NAME = 300;
const LONGEST_TEXT = 1_000;

/**
 * EN 16931 has no term for a plate or a contract per line: suppliers write them as item attributes (BT-160, BT-161).
 */
const PLATE_ATTRIBUTE = /immatriculation|\bplaque\b|\bplate\b|\bregistration (no|number)\b|kennzeichen/i;
const CONTRACT_ATTRIBUTE = /\bcontra(t|ct)\b|\bvertrags?(nummer)?\b/i;

/** Returns at most 5,000 lines, and all vehicles and contracts of the document and of these lines, each once. */
export function mapLines(root: XmlElement, paths: InvoicePaths, check: ValueChecker) {
  const vehicles = new Set(vehiclesOf(root, paths.objects));
  const contracts = new Set(textsOf(root, [paths.contracts]));
  const lines: InvoiceLine[] = [];
  for (const element of select(root, paths.line.each).slice(0, MAX_LINES)) {
    const own = {
      vehicles: {
        referred: vehiclesOf(element, paths.line.objects),
        described: attributesOf(element, paths.line, PLATE_ATTRIBUTE),
      },
      contracts: {
        referred: textsOf(element, paths.line.contracts),
        described: attributesOf(element, paths.line, CONTRACT_ATTRIBUTE),
      },
    };
    allOf(own.vehicles).forEach((vehicle) => vehicles.add(vehicle));
    allOf(own.contracts).forEach((contract) => contracts.add(contract));
    lines.push({
      ...mapLine(element, paths.line, check),
      vehicle: onlyOne(own.vehicles),
      contract: onlyOne(own.contracts),
      text: textOf(element, paths.line, [...allOf(own.vehicles), ...allOf(own.contracts)]),
    });
  }
  const kept = (values: Set<string>, field: string, term: string) =>
    [...values].filter((value) => check.text(value, { field, term }) !== null);
  return {
    lines,
    vehicles: kept(vehicles, "vehicles", "BT-18"),
    contracts: kept(contracts, "contracts", "BT-12"),
  };
}

function mapLine(
  element: XmlElement,
  paths: LinePaths,
  check: ValueChecker,
): Omit<InvoiceLine, "vehicle" | "contract" | "text"> {
  const read = (path: string) => readText(element, path);
  return {
    id: check.text(read(paths.id), { field: "lines.id", term: "BT-126" }),
    // An item name may be a whole paragraph. It is truncated, because refusing the invoice would be too strict.
    name: read(paths.name)?.slice(0, LONGEST_NAME).toWellFormed() ?? null,
    quantity: check.decimal(read(paths.quantity), { field: "lines.quantity", term: "BT-129" }),
    netAmount: check.decimal(read(paths.netAmount), { field: "lines.netAmount", term: "BT-131" }),
    vatCategory: check.text(read(paths.vatCategory), { field: "lines.vatCategory", term: "BT-151" }),
    vatRate: check.decimal(read(paths.vatRate), { field: "lines.vatRate", term: "BT-152" }),
    periodFrom: check.date(read(paths.periodFrom), { field: "lines.periodFrom", term: "BT-134" }),
    periodTo: check.date(read(paths.periodTo), { field: "lines.periodTo", term: "BT-135" }),
  };
}

/** The identifiers of a line: those in a field for them (BT-128), and those in a named attribute. */
interface OwnIdentifiers {
  referred: string[];
  described: string[];
}

const allOf = ({ referred, described }: OwnIdentifiers): string[] => [...referred, ...described];

/**
 * The only one that the line refers to, or else describes; null when there is none, or several: such a line cannot be
 * given to one of them.
 */
function onlyOne({ referred, described }: OwnIdentifiers): string | null {
  const distinct = [...new Set(referred.length > 0 ? referred : described)];
  const [first] = distinct;
  return distinct.length === 1 && first !== undefined && first.length <= LONGEST_NAME ? first : null;
}

function textOf(line: XmlElement, paths: LinePaths, identifiers: readonly string[]): string {
  const objects = textsOf(line, [`${paths.objects.each}/${paths.objects.identifier}`]);
  const texts = [...identifiers, ...objects, ...textsOf(line, [paths.name, paths.description, paths.notes])];
  return [...new Set(texts)].join("\n").slice(0, LONGEST_TEXT).toWellFormed();
}

function vehiclesOf(from: XmlElement, paths: ObjectPaths): string[] {
  return select(from, paths.each)
    .filter((reference) => readText(reference, paths.scheme) === VEHICLE_SCHEME)
    .flatMap((reference) => readText(reference, paths.identifier) ?? []);
}

function attributesOf(line: XmlElement, { attributes }: LinePaths, wanted: RegExp): string[] {
  return select(line, attributes.each)
    .filter((attribute) => wanted.test(readText(attribute, attributes.name) ?? ""))
    .flatMap((attribute) => readText(attribute, attributes.value) ?? []);
}

function textsOf(from: XmlElement, paths: readonly string[]): string[] {
  return paths.flatMap((path) => select(from, path)).flatMap((element) => readText(element, "") ?? []);
}
