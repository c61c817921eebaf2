import { and, eq, or, sql } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import type { Transaction } from "@/db/transaction";
import type { Deposited, DepositResult } from "./deposit-result";
import { sellerKey } from "./seller-key";

/**
 * The result of a deposit that conflicts with a stored invoice, or null. The same bytes are looked for first, then the
 * seller's number of that year. The same bytes for the same account return the stored invoice.
 */
export async function findConflict(
  tx: Transaction,
  deposit: { deposited: Deposited; supplier: { id: string }; customer: { accountId: string } },
): Promise<DepositResult | null> {
  const { deposited, supplier, customer } = deposit;
  const { facts } = deposited;
  const sameNumber = and(
    eq(invoices.sellerKey, sellerKey(facts.seller)),
    eq(invoices.number, facts.number),
    eq(invoices.issuedYear, Number(facts.issuedOn.slice(0, 4))),
  );
  const [found] = await tx
    .select({
      id: invoices.id,
      accountId: invoices.accountId,
      sha256: invoices.sha256,
      legalRole: invoices.legalRole,
      sellerName: invoices.sellerName,
      buyerName: invoices.buyerName,
      facts: {
        number: invoices.number,
        type: invoices.type,
        typeCode: invoices.typeCode,
        issuedOn: invoices.issuedOn,
        dueOn: invoices.dueOn,
        currency: invoices.currency,
        totalWithVatMinor: invoices.totalWithVatMinor,
        totalWithoutVatMinor: invoices.totalWithoutVatMinor,
        contracts: invoices.contracts,
        vehicles: invoices.vehicles,
      },
    })
    .from(invoices)
    .where(
      and(
        eq(invoices.supplierId, supplier.id),
        eq(invoices.state, "available"),
        or(eq(invoices.sha256, deposited.sha256), sameNumber),
      ),
    )
    .orderBy(sql`${invoices.sha256} <> ${sql.param(deposited.sha256, invoices.sha256)}`)
    .limit(1);
  if (!found) return null;
  const { accountId, sha256, facts: storedFacts, ...storedParts } = found;
  if (sha256 !== deposited.sha256) return { ok: false, reason: "number_taken" };
  if (accountId !== customer.accountId) return { ok: false, reason: "file_elsewhere" };
  return {
    ok: true,
    outcome: "already_there",
    deposited: { ...deposited, ...storedParts, facts: { ...facts, ...storedFacts } },
  };
}
