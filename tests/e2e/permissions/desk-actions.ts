import type { PortalWorld, VisitorKind } from "./visitors";

const nobody: VisitorKind[] = [];

/** On the page of the account of these visitors, with the form that the server wrote for its adviser. */
const onAccount = {
  path: ({ account }: PortalWorld) => `/console/accounts/${account.id}`,
  changes: nobody,
  isBound: true,
  writtenFor: "adviser" as const,
};

/**
 * The actions of the desk and of a change of address, refused as they are posted here (`classified-actions.ts`). What they
 * change: tests/integration/accounts/console-address-change.test.ts and tests/integration/desk.
 */
export const DESK_ACTIONS = {
  "app/console/change-address-action.ts#changeAddressAction": {
    ...onAccount,
    fields: { email: "pas une adresse", asked: "Camille", effective: "now", step: "save" },
    answersInPlace: true,
  },
  // Their account has no change to undo, so no page contains its form: it is posted without bound values.
  "app/console/undo-address-action.ts#undoAddressAction": { ...onAccount, isBound: false, fields: {} },
  "app/console/deliveries/retry-action.ts#retryAction": {
    path: "/console/deliveries",
    fields: {},
    changes: nobody,
  },
};
