import type { PortalWorld, VisitorKind } from "./visitors";

/** On the page of the account of these visitors, with the form that the server wrote for its adviser. */
const onAccount = {
  path: ({ account }: PortalWorld) => `/console/accounts/${account.id}`,
  changes: ["adviser", "manager"] as VisitorKind[],
  isBound: true,
  writtenFor: "adviser" as VisitorKind,
};

/** The server actions of the page of one account. */
export const ACCOUNT_ACTIONS = {
  "app/console/accounts/[id]/note-action.ts#noteAction": {
    ...onAccount,
    fields: { note: "Rappelle jeudi", remove: "" },
  },
  "app/console/accounts/[id]/start-view-action.ts#startViewAction": {
    ...onAccount,
    fields: { user: "019ac0de-0000-7000-8000-000000000000", reason: "Appel" },
    changes: [] as VisitorKind[],
    provedIn: "tests/integration/sign-in/view-as.test.ts",
  },
  // Sends a mail for a colleague's access; which of their rows change is for tests/integration/accounts.
  "app/console/accounts/[id]/person-action.ts#personAction": {
    ...onAccount,
    fields: { do: "send_link", person: "00000000-0000-7000-8000-000000000000" },
    changes: [] as VisitorKind[],
  },
  "app/console/accounts/[id]/settings-action.ts#settingsAction": {
    ...onAccount,
    fields: { setting: "preference", preference: "link" },
    changes: [] as VisitorKind[],
    provedIn: "tests/integration/accounts/one-account.test.ts",
  },
  "app/console/accounts/[id]/details-action.ts#detailsAction": {
    ...onAccount,
    fields: { form: "adviser", adviserName: "Sacha {me}" },
  },
  "app/console/accounts/[id]/resend-action.ts#resendAction": {
    ...onAccount,
    fields: { what: "invoices", only: "00000000-0000-7000-8000-000000000000" },
    changes: [] as VisitorKind[],
  },
  "app/console/accounts/[id]/withdraw-action.ts#withdrawAction": {
    ...onAccount,
    fields: { invoice: "no-such-number", reason: "Mauvais client" },
    changes: [] as VisitorKind[],
  },
};
