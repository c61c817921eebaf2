/**
 * The actions of the second factor. The visitors have none, or type a wrong code, so their codes change nothing.
 * tests/integration/second-factor tests right codes.
 */
export const SECOND_FACTOR_ACTIONS = {
  "app/(customer)/profile/security/start-enrolment-action.ts#startEnrolmentAction": {
    path: "/profile/security",
    fields: {},
    changes: [],
  },
  "app/(customer)/profile/security/renew-codes-action.ts#renewCodesAction": {
    path: "/profile/security",
    fields: {},
    changes: [],
  },
  "app/(customer)/profile/security/remove-second-factor-action.ts#removeSecondFactorAction": {
    path: "/profile/security",
    fields: {},
    changes: [],
  },
  "app/(customer)/profile/security/second-factor/enrol-second-factor-action.ts#enrolSecondFactorAction": {
    path: "/profile/security/second-factor",
    fields: { code: "000000x", offer: "never-shown" },
    changes: [],
  },
  "app/second-factor/give-code-action.ts#giveCodeAction": {
    path: "/second-factor",
    fields: { code: "000000x", recovery: "" },
    changes: [],
  },
  "app/console/unlock-action.ts#unlockAction": {
    path: "/console",
    fields: { code: "000000x", recovery: "" },
    changes: [],
  },
  // tests/integration/second-factor/enrolment.test.ts checks who may reset whose second factor.
  "app/console/reset-factor-action.ts#resetFactorAction": {
    path: "/console/staff",
    fields: { user: "{pendingId}" },
    changes: ["manager" as const],
    target: "customer_code_pending" as const,
    isBound: true,
    writtenFor: "manager" as const,
  },
  "app/second-factor/enrol-action.ts#enrolAction": {
    path: "/second-factor",
    fields: { code: "000000x", offer: "never-shown" },
    changes: [],
  },
};
