import type { Company } from "@/components/shell/company-menu";
import type { OwnAccount } from "@/lib/persons/own-account";

/** An account of the person, as the menu and the lists of companies show it. */
export const companyProps = (account: OwnAccount): Company => ({
  userId: account.viewer.userId,
  companyName: account.companyName,
  customerNumber: account.customerNumber,
  identifier: account.identifier,
  supplierSlug: account.supplier.slug,
  supplierName: account.supplier.name,
  isCurrent: account.isCurrent,
});
