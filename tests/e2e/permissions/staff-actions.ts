import { SETTINGS_ACTIONS } from "./settings-actions";
import type { PortalWorld } from "./visitors";

/** The actions of `/console/staff` and `/console/settings`. Who may change whom: tests/integration/users/change-staff.test.ts. */
export const STAFF_ACTIONS = {
  ...SETTINGS_ACTIONS,
  "app/console/staff/invite-staff-action.ts#inviteStaffAction": {
    path: "/console/staff",
    fields: { name: "Inès Morel", email: "ines-{me}@essai.example", role: "adviser" },
    changes: ["manager" as const],
  },
  "app/console/staff/change-staff-action.ts#changeStaffAction": {
    path: "/console/staff",
    prepare: async ({ visitors }: PortalWorld) => ({ adviserId: visitors.adviser.userId ?? "" }),
    fields: { do: "deactivate", user: "{adviserId}" },
    changes: ["manager" as const],
    target: "adviser" as const,
    isOnce: true,
  },
};
