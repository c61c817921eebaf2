import type { InvoicePaths } from "@/lib/formats/invoice-paths";
import type { InvoiceParty } from "@/lib/formats/invoice-reading";
import { sirenOf } from "@/lib/formats/siren";
import type { ValueChecker } from "@/lib/formats/value-checker";
import { readText, select, type XmlElement } from "@/lib/formats/xml-element";

const TERMS = {
  seller: { name: "BT-27", identifier: "BT-29", legalId: "BT-30", vatNumber: "BT-31" },
  buyer: { name: "BT-44", identifier: "BT-46", legalId: "BT-47", vatNumber: "BT-48" },
};

/** The seller or the buyer. */
export function mapParty(
  root: XmlElement,
  paths: InvoicePaths,
  role: "seller" | "buyer",
  check: ValueChecker,
): InvoiceParty {
  const [party] = select(root, paths[role]);
  const terms = TERMS[role];
  const read = (candidates: readonly string[]) =>
    party ? (candidates.map((path) => readText(party, path)).find((text) => text !== null) ?? null) : null;
  const { name, identifiers, legalId, vatNumber } = paths.party;
  return {
    name: check.text(read(name), { field: `${role}.name`, term: terms.name, isRequired: true }),
    identifier: check.text(read(identifiers), { field: `${role}.identifier`, term: terms.identifier }),
    legalId: check.text(read([legalId]), { field: `${role}.legalId`, term: terms.legalId }),
    siren: party
      ? readSiren(party, [legalId, ...identifiers], { field: `${role}.siren`, term: terms.legalId }, check)
      : null,
    vatNumber: check.text(read([vatNumber]), { field: `${role}.vatNumber`, term: terms.vatNumber }),
  };
}

function readSiren(
  party: XmlElement,
  candidates: readonly string[],
  term: { field: string; term: string },
  check: ValueChecker,
): string | null {
  const wrong: string[] = [];
  for (const element of candidates.flatMap((path) => select(party, path))) {
    const identifier = readText(element, "");
    if (identifier === null) continue;
    const siren = sirenOf(identifier, readText(element, "@schemeID"));
    if (siren === "invalid") wrong.push(identifier);
    else if (siren !== null) return siren;
  }
  return wrong[0] === undefined ? null : check.refuse(term, "invalid", wrong[0]);
}
