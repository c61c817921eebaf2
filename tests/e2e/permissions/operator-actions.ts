import type { PortalWorld } from "./visitors";

const onSupplier = {
  path: ({ supplier }: PortalWorld) => `/console/suppliers/${supplier.id}`,
  changes: [],
  isBound: true,
  writtenFor: "operator" as const,
};

/**
 * The actions of operators on suppliers and mails. The forms here are refused, because what they change belongs to no
 * visitor: tests/integration/operators shows what they change, and tests/integration/database/operator-rights.test.ts
 * that nobody else can.
 */
export const OPERATOR_ACTIONS = {
  // No mail failed here.
  "app/console/health/settle-mail-action.ts#settleMailAction": {
    path: "/console/health",
    fields: { do: "retry", mail: "00000000-0000-7000-8000-000000000000" },
    changes: [],
    provedIn: "tests/integration/operators",
  },
  "app/console/suppliers/new/create-supplier-action.ts#createSupplierAction": {
    path: "/console/suppliers/new",
    fields: { name: "", slug: "console", contactEmail: "", managerName: "", managerEmail: "", locale: "fr" },
    changes: [],
    isBound: true,
    writtenFor: "operator" as const,
  },
  // It works already.
  "app/console/suppliers/[id]/change-supplier-action.ts#changeSupplierAction": {
    ...onSupplier,
    fields: { do: "resume" },
  },
  "app/console/suppliers/[id]/invite-to-supplier-action.ts#inviteToSupplierAction": {
    ...onSupplier,
    fields: { name: "", email: "", locale: "fr" },
    // The page has no such form once a manager has chosen a password.
    provedIn: "tests/integration/operators",
  },
};
