import { onAccount } from "./account-actions";
import type { VisitorKind } from "./visitors";

const nobody: VisitorKind[] = [];

/** Refused, so nothing changes. */
const refusedOnAccount = { ...onAccount, changes: nobody };

/**
 * The actions of the desk and of a change of address, refused as they are posted here (`classified-actions.ts`). What they
 * change: tests/integration/accounts/console-address-change.test.ts and tests/integration/desk.
 */
export const DESK_ACTIONS = {
  "app/console/change-address-action.ts#changeAddressAction": {
    ...refusedOnAccount,
    fields: { email: "pas une adresse", asked: "Camille", effective: "now", step: "save" },
    answersInPlace: true,
  },
  // Their account has no change to undo, so no page contains its form: it is posted without bound values.
  "app/console/undo-address-action.ts#undoAddressAction": { ...refusedOnAccount, isBound: false, fields: {} },
  "app/console/deliveries/retry-action.ts#retryAction": {
    path: "/console/deliveries",
    fields: {},
    changes: nobody,
  },
};
