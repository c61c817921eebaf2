import type { PortalWorld } from "./visitors";

/** On the page of the account of these visitors, with the form that the server wrote for its adviser. */
export const onAccount = {
  path: ({ account }: PortalWorld) => `/console/accounts/${account.id}`,
  changes: ["adviser" as const, "manager" as const],
  isBound: true,
  writtenFor: "adviser" as const,
};

/** The actions on customers' accounts in the console (`classified-actions.ts`). */
export const ACCOUNT_ACTIONS = {
  // Without accounts it changes nothing; which accounts it may change is checked there.
  "app/console/accounts/bulk/apply-bulk-action.ts#applyBulkAction": {
    path: ({ account }: PortalWorld) => `/console/accounts/bulk?action=assign-nobody&account=${account.id}`,
    fields: { action: "assign-nobody", accounts: "" },
    changes: [],
    answersInPlace: true,
    provedIn: "tests/integration/accounts/account-lists.test.ts",
  },
  "app/console/accounts/[id]/note-action.ts#noteAction": {
    ...onAccount,
    fields: { note: "Rappelle jeudi", remove: "" },
  },
  "app/console/accounts/[id]/start-view-action.ts#startViewAction": {
    ...onAccount,
    fields: { user: "019ac0de-0000-7000-8000-000000000000", reason: "Appel" },
    changes: [],
    provedIn: "tests/integration/sign-in/view-as.test.ts",
  },
  "app/console/view-as/leave-view-action.ts#leaveViewAction": {
    path: "/console/view-as",
    fields: {},
    changes: ["view_as" as const],
  },
  // Sends a mail for a colleague's access; which of their rows change is for tests/integration/accounts.
  "app/console/accounts/[id]/person-action.ts#personAction": {
    ...onAccount,
    fields: { do: "send_link", person: "00000000-0000-7000-8000-000000000000" },
    changes: [],
  },
  "app/console/accounts/[id]/settings-action.ts#settingsAction": {
    ...onAccount,
    fields: { setting: "preference", preference: "link" },
    changes: [],
    provedIn: "tests/integration/accounts/one-account.test.ts",
  },
  // The address and the number stay as other tests of this account of the demo expect them.
  "app/console/accounts/[id]/details-action.ts#detailsAction": {
    ...onAccount,
    fields: {
      form: "adviser",
      adviserName: "Sacha {me}",
      adviserEmail: "elsa.quimper@mobilize-lease.example",
      adviserPhone: "01 99 00 10 42",
    },
  },
  "app/console/accounts/[id]/resend-action.ts#resendAction": {
    ...onAccount,
    fields: { what: "invoice", invoice: "00000000-0000-7000-8000-000000000000" },
    changes: [],
  },
  "app/console/accounts/[id]/withdraw-action.ts#withdrawAction": {
    ...onAccount,
    fields: { invoice: "no-such-number", reason: "Mauvais client" },
    changes: [],
  },
};
