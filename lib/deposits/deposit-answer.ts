import { toDecimal } from "@/lib/money";
import type { Deposited } from "./deposit-result";

/** The body of the API's answer to an accepted deposit: amounts as decimal strings with the original's sign. */
export function depositAnswer(deposited: Deposited): Record<string, unknown> {
  const { facts, reading } = deposited;
  const amount = (minor: bigint | null) => (minor === null ? null : toDecimal(minor, facts.currency));
  return {
    id: deposited.id,
    number: facts.number,
    type: facts.type,
    typeCode: facts.typeCode,
    issuedOn: facts.issuedOn,
    dueOn: facts.dueOn,
    currency: facts.currency,
    totalWithVat: amount(facts.totalWithVatMinor),
    totalWithoutVat: amount(facts.totalWithoutVatMinor),
    sellerName: deposited.sellerName,
    buyerName: deposited.buyerName,
    contracts: facts.contracts,
    vehicles: facts.vehicles,
    format: reading.format,
    profile: reading.profile,
    sha256: deposited.sha256,
    size: deposited.size,
    legalRole: deposited.legalRole,
    warnings: deposited.warnings,
  };
}
