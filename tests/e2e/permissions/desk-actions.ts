import type { VisitorKind } from "./visitors";

const nobody: VisitorKind[] = [];

/**
 * The action of the desk, for an address that nobody has (`classified-actions.ts`). tests/integration/desk tests
 * others.
 */
export const DESK_ACTIONS = {
  "app/console/deliveries/retry-action.ts#retryAction": {
    path: "/console/deliveries",
    fields: { email: "personne-{me}@essai.example" },
    changes: nobody,
  },
};
