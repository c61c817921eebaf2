import type { InvoicePaths, PartyPaths } from "@/lib/formats/invoice-paths";
import type { InvoiceParty } from "@/lib/formats/invoice-reading";
import { sirenOf, sirenOfLegalText, sirenOfVatNumber } from "@/lib/formats/siren";
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
  const sirens = party
    ? readSirens(party, paths.party, { field: `${role}.siren`, term: terms.legalId }, check)
    : [];
  return {
    name: check.text(read(name), { field: `${role}.name`, term: terms.name, isRequired: true }),
    identifier: check.text(read(identifiers), { field: `${role}.identifier`, term: terms.identifier }),
    legalId: check.text(read([legalId]), { field: `${role}.legalId`, term: terms.legalId }),
    siren: sirens[0] ?? null,
    sirens,
    vatNumber: check.text(read([vatNumber]), { field: `${role}.vatNumber`, term: terms.vatNumber }),
  };
}

/** In French overseas territories companies have a SIREN too; elsewhere nine digits are some other number. */
const FRANCE = new Set("FR GP MQ GF RE YT PM BL MF TF WF PF NC MC".split(" "));

function readSirens(
  party: XmlElement,
  paths: PartyPaths,
  term: { field: string; term: string },
  check: ValueChecker,
): string[] {
  const isFrench = FRANCE.has(readText(party, paths.country) ?? "FR");
  const wrong: string[] = [];
  const named = [paths.legalId, ...paths.identifiers, paths.electronicAddress].flatMap((path) =>
    select(party, path).flatMap((element) => {
      const identifier = readText(element, "");
      if (identifier === null) return [];
      const scheme = readText(element, "@schemeID");
      const isUnnamedLegalId = scheme === null && path === paths.legalId && isFrench;
      const siren = isUnnamedLegalId ? sirenOfLegalText(identifier) : sirenOf(identifier, scheme);
      if (siren === "invalid") wrong.push(identifier);
      return siren === null || siren === "invalid" ? [] : [siren];
    }),
  );
  const inTaxNumbers = select(party, paths.taxNumbers).flatMap(
    (element) => sirenOfVatNumber(readText(element, "") ?? "") ?? [],
  );
  const sirens = [...new Set([...named, ...inTaxNumbers])];
  if (sirens.length === 0 && wrong[0] !== undefined) check.refuse(term, "invalid", wrong[0]);
  return sirens;
}
