import { addChangedCustomer, addCustomer, CHANGE_OF_ADDRESS } from "./new-customer";
import type { PortalWorld } from "./visitors";

/** An action on the page of the world's account. It is posted with the form that the server wrote for the adviser. */
const onAccount = {
  path: ({ account }: PortalWorld) => `/console/accounts/${account.id}`,
  changes: ["adviser" as const, "manager" as const, "old_proof_manager" as const],
  isBound: true,
  writtenFor: "adviser" as const,
};

/** An action on the page of a new customer, so that no test of the demo's accounts sees the change. */
const onCustomer = { ...onAccount, path: "/console/accounts/{customer}", prepare: addCustomer };

/** For actions that give access or change who gets the mails: an old proof is not enough. */
const proven = { changes: ["adviser" as const, "manager" as const] };

/** The actions on customers' accounts in the console (`classified-actions.ts`). */
export const ACCOUNT_ACTIONS = {
  "app/console/accounts/bulk/apply-bulk-action.ts#applyBulkAction": {
    path: "/console/accounts/bulk?action=preference-link&account={customer}",
    prepare: addCustomer,
    fields: { action: "preference-link", accounts: "{customer}:0" },
    changes: onAccount.changes,
    isOnce: true,
    answersInPlace: true,
  },
  "app/console/accounts/[id]/note-action.ts#noteAction": {
    ...onAccount,
    fields: { note: "Rappelle jeudi", remove: "" },
  },
  "app/console/accounts/[id]/start-view-action.ts#startViewAction": {
    ...onCustomer,
    fields: { user: "{person}", reason: "Appel" },
  },
  "app/console/view-as/leave-view-action.ts#leaveViewAction": {
    path: "/console/view-as",
    fields: {},
    changes: ["view_as" as const],
  },
  "app/console/accounts/[id]/person-action.ts#personAction": {
    ...onCustomer,
    ...proven,
    fields: { do: "send_link", person: "{person}" },
  },
  "app/console/accounts/[id]/settings-action.ts#settingsAction": {
    ...onCustomer,
    fields: { setting: "preference", preference: "link" },
    isOnce: true,
  },
  // The address and the telephone number stay the same, because other tests of this demo account expect them.
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
    ...onCustomer,
    fields: { what: "invoice", invoice: "{invoice}" },
  },
  "app/console/accounts/[id]/withdraw-action.ts#withdrawAction": {
    ...onCustomer,
    fields: { invoice: "{number}", reason: "Mauvais client" },
    isOnce: true,
  },
  "app/console/change-address-action.ts#changeAddressAction": {
    ...onCustomer,
    ...proven,
    fields: CHANGE_OF_ADDRESS,
    isOnce: true,
    answersInPlace: true,
  },
  "app/console/undo-address-action.ts#undoAddressAction": {
    ...onCustomer,
    ...proven,
    prepare: addChangedCustomer,
    fields: { group: "{change}" },
    isOnce: true,
    answersInPlace: true,
  },
};
