import type { VisitorKind } from "./visitors";

const PAGE = "/invoices/accounting";
const CUSTOMERS: VisitorKind[] = ["administrator", "member", "other_administrator", "old_proof"];

/** The actions of the customer's accounting (`classified-actions.ts`). */
export const ACCOUNTING_ACTIONS = {
  "app/(customer)/invoices/accounting/settings/save-accounting-action.ts#saveAccountingAction": {
    path: `${PAGE}/settings`,
    fields: { journal: "AC", supplierAccount: "401000", recovery: "yes" },
    changes: CUSTOMERS,
  },
  "app/(customer)/invoices/accounting/settings/save-rules-action.tsx#saveRulesAction": {
    path: `${PAGE}/settings`,
    fields: { rules: "GF-410-BQ ; non" },
    changes: CUSTOMERS,
  },
  // These visitors have one company each; tests/integration/accounting checks the copy.
  "app/(customer)/invoices/accounting/settings/copy-settings-action.ts#copySettingsAction": {
    path: `${PAGE}/settings`,
    fields: {},
    changes: [],
  },
  // No visitor has a waiting invoice in this currency; tests/integration/accounting checks whose invoices a batch takes.
  "app/(customer)/invoices/accounting/make-batch-action.ts#makeBatchAction": {
    path: `${PAGE}/preview?currency=EUR`,
    fields: { number: "1", currency: "XTS", upTo: "", issuedThrough: "" },
    changes: [],
  },
};
