import { and, desc, eq, or, sql } from "drizzle-orm";
import { invoices, numberAsSeen } from "@/db/schema/invoices";
import type { Transaction } from "@/db/transaction";
import { withoutInvisible } from "@/lib/invisible-text";
import type { Deposited, DepositResult, DepositSupplier } from "./deposit-result";
import { isSameSeller, type Seller } from "./seller-identity";
import { NO_SELLER } from "./seller-key";

/**
 * The result of a deposit that conflicts with a stored invoice, or null. The same bytes are looked for first, then the
 * same number of the same seller and year. The same bytes for the same account return the stored invoice.
 */
export async function findConflict(
  tx: Transaction,
  deposit: { deposited: Deposited; supplier: DepositSupplier; customer: { accountId: string } },
): Promise<DepositResult | null> {
  const { deposited, supplier, customer } = deposit;
  const { facts } = deposited;
  const sameNumber = and(
    eq(numberAsSeen, withoutInvisible(facts.number)),
    eq(invoices.issuedYear, Number(facts.issuedOn.slice(0, 4))),
  );
  const isSameFile = sql<boolean>`${invoices.sha256} = ${sql.param(deposited.sha256, invoices.sha256)}`;
  const found = await tx
    .select({
      id: invoices.id,
      accountId: invoices.accountId,
      isSameFile,
      legalRole: invoices.legalRole,
      sellerKey: invoices.sellerKey,
      sellerName: invoices.sellerName,
      sellerSiren: invoices.sellerSiren,
      sellerVatNumber: invoices.sellerVatNumber,
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
      and(eq(invoices.supplierId, supplier.id), eq(invoices.state, "available"), or(isSameFile, sameNumber)),
    )
    .orderBy(desc(isSameFile))
    .limit(MAX_SELLERS);
  const own = sellerOf(deposited, supplier);
  const conflict = found.find(
    (stored) =>
      stored.isSameFile ||
      isSameSeller(own, storedSeller(stored, supplier), stored.accountId === customer.accountId),
  );
  if (!conflict) return null;
  if (!conflict.isSameFile) return { ok: false, reason: "number_taken" };
  if (conflict.accountId !== customer.accountId) return { ok: false, reason: "file_elsewhere" };
  const { id, legalRole, sellerName, buyerName, facts: storedFacts } = conflict;
  const stored = { id, legalRole, sellerName, buyerName, facts: { ...facts, ...storedFacts } };
  return { ok: true, outcome: "already_there", deposited: { ...deposited, ...stored } };
}

/** The number of stored invoices that are compared; more sellers than this do not use one number in one year. */
const MAX_SELLERS = 200;

function sellerOf({ facts }: Deposited, supplier: DepositSupplier): Seller {
  const { seller } = facts;
  if (!seller || (seller.name === null && seller.sirens.length === 0 && seller.vatNumber === null))
    return supplierAsSeller(supplier);
  const { name, sirens, vatNumber } = seller;
  return { isNamed: true, name: name ?? "", sirens, vatNumber };
}

function storedSeller(
  stored: {
    sellerKey: string;
    sellerName: string;
    sellerSiren: string | null;
    sellerVatNumber: string | null;
  },
  supplier: DepositSupplier,
): Seller {
  if (stored.sellerKey === NO_SELLER) return supplierAsSeller(supplier);
  const { sellerName: name, sellerSiren, sellerVatNumber: vatNumber } = stored;
  return { isNamed: true, name, sirens: sellerSiren ? [sellerSiren] : [], vatNumber };
}

const supplierAsSeller = ({ legalName, siren, vatNumber }: DepositSupplier): Seller => ({
  isNamed: false,
  name: legalName,
  sirens: siren ? [siren] : [],
  vatNumber,
});
