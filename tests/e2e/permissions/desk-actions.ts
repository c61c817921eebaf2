import type { PortalWorld, VisitorKind } from "./visitors";

const nobody: VisitorKind[] = [];

/**
 * The actions of the desk and of a change of address, refused as they are posted here (`classified-actions.ts`). What they
 * change: tests/integration/accounts/console-address-change.test.ts and tests/integration/desk.
 */
export const DESK_ACTIONS = {
  "app/console/change-address-action.ts#changeAddressAction": {
    path: ({ account }: PortalWorld) => `/console/accounts/${account.id}`,
    fields: { email: "pas une adresse", asked: "Camille", effective: "now", step: "save" },
    changes: nobody,
    isBound: true,
    writtenFor: "adviser" as const,
  },
  "app/console/undo-address-action.ts#undoAddressAction": { path: "/console", fields: {}, changes: nobody },
  "app/console/deliveries/retry-action.ts#retryAction": {
    path: "/console/deliveries",
    fields: {},
    changes: nobody,
  },
};
