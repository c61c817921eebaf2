import { type ClassifiedRoute, page } from "./classified-route";
import { customerBytes, customerPage } from "./expected-answers";

const NO_BATCH = "00000000-0000-7000-8000-000000000000";
const NOT_FOUND_FOR_CUSTOMERS = { administrator: 404, member: 404, other_administrator: 404 } as const;

/** The pages of the customer's accounting (`classification.ts`); staff who view as a customer see none. */
export const ACCOUNTING_ROUTES: Record<string, ClassifiedRoute> = {
  "/invoices/accounting": page("/invoices/accounting", customerPage),
  "/invoices/accounting/settings": page("/invoices/accounting/settings", customerPage),
  "/invoices/accounting/preview": page("/invoices/accounting/preview", customerPage),
  // No account has this batch; tests/integration/accounting checks who opens one.
  "/invoices/accounting/[id]": {
    path: () => `/invoices/accounting/${NO_BATCH}`,
    answers: { ...customerPage, ...NOT_FOUND_FOR_CUSTOMERS },
    isPrivate: true,
  },
  "/invoices/accounting/[id]/file": {
    path: () => `/invoices/accounting/${NO_BATCH}/file?layout=csv`,
    answers: { ...customerBytes, ...NOT_FOUND_FOR_CUSTOMERS },
    isPrivate: true,
  },
};
