import type { Company } from "@/components/shell/company-menu";
import type { ScopedAccount } from "@/lib/persons/accounts-in-scope";

/** An account of the person, as the menu and the lists of companies show it. */
export const companyProps = (account: ScopedAccount): Company => ({
  userId: account.viewer.userId,
  companyName: account.companyName,
  customerNumber: account.customerNumber,
  identifier: account.identifier,
  supplierSlug: account.supplier.slug,
  supplierName: account.supplier.name,
  isCurrent: account.isCurrent,
});
