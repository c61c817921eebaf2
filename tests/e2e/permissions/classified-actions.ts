import { ACCOUNT_ACTIONS } from "./account-actions";
import { ACCOUNTING_ACTIONS } from "./accounting-actions";
import { DEPOSIT_ACTIONS } from "./deposit-actions";
import { DESK_ACTIONS } from "./desk-actions";
import { IMPORT_ACTIONS } from "./import-actions";
import { KEY_ACTIONS } from "./key-actions";
import type { Prepared } from "./new-customer";
import { OPERATOR_ACTIONS } from "./operator-actions";
import { PERSON_ACTIONS } from "./person-actions";
import { REQUEST_ACTIONS } from "./request-actions";
import { SECOND_FACTOR_ACTIONS } from "./second-factor-actions";
import { SHARE_ACTIONS } from "./share-actions";
import { STAFF_ACTIONS } from "./staff-actions";
import { PASSWORD, type PortalWorld, type VisitorKind, VISITORS } from "./visitors";

export interface ClassifiedAction {
  /** A page that contains it. */
  path: string | ((world: PortalWorld) => string);
  /**
   * `{me}` stands for the visitor's identifier, `{myId}` for its id, `{request}` for the id of the request. Other
   * names, also in the path, stand for the values that `prepare` returns.
   */
  fields: Record<string, string>;
  /** Adds what the action needs. */
  prepare?: (world: PortalWorld) => Promise<Prepared>;
  /** The visitors whose own rows it changes; its wrapper must admit them. They post after all others. */
  changes: VisitorKind[];
  /** Only the first of them changes something. */
  isOnce?: boolean;
  /** Its form contains values that the server encrypted; it is posted as the server wrote it for `writtenFor`. */
  isBound?: boolean;
  /** By default an anonymous visitor. */
  writtenFor?: VisitorKind;
  /** A colleague whose rows the visitors of `changes` also change. */
  target?: VisitorKind;
  /** Answers with a page instead of a redirect. */
  answersInPlace?: boolean;
  /** The tests that check it instead, because it acts for the holder of a mailed link or for a whole account. */
  provedIn?: string;
}

const CUSTOMERS: VisitorKind[] = ["administrator", "member", "other_administrator", "old_proof"];
const ADMINISTRATORS: VisitorKind[] = ["administrator", "other_administrator", "old_proof"];
const SUPPLIER_STAFF: VisitorKind[] = ["adviser", "manager", "other_adviser", "old_proof_manager"];
const WAITING: VisitorKind[] = [
  "second_factor_pending",
  "customer_code_pending",
  "must_enrol",
  "locked",
  "locked_view",
];
const SIGNED_IN: VisitorKind[] = [...CUSTOMERS, ...SUPPLIER_STAFF, "operator", "must_change", "view_as"];

/** The visitors that each wrapper of `lib/actions` admits; all others are redirected before their form is read. */
export const ADMITTED: Readonly<Record<string, readonly VisitorKind[]>> = {
  publicAction: VISITORS,
  customerAction: CUSTOMERS,
  administratorAction: ADMINISTRATORS,
  provenCustomerAction: CUSTOMERS,
  provenAdministratorAction: ADMINISTRATORS,
  staffAction: [...SUPPLIER_STAFF, "operator"],
  passwordChangeAction: ["must_change"],
  viewAsAction: ["view_as"],
  supplierStaffAction: SUPPLIER_STAFF,
  supplierManagerAction: ["manager", "old_proof_manager"],
  provenSupplierManagerAction: ["manager", "old_proof_manager"],
  provenManagerAction: ["manager", "old_proof_manager", "operator"],
  provenSupplierStaffAction: SUPPLIER_STAFF,
  provenOperatorAction: ["operator"],
  secondFactorAction: WAITING,
  screenLockAction: [...SUPPLIER_STAFF, "operator", ...WAITING],
};

/** Changes the member of the administrator's account, with the form that the server wrote for the administrator. */
const onColleague = {
  path: ({ visitors }: PortalWorld) => `/admin/users/${visitors.member.userId}`,
  changes: ["administrator" as const],
  isBound: true,
  writtenFor: "administrator" as const,
  target: "member" as const,
};

/** Every server action, and the visitors whose own rows it may change. */
export const ACTIONS: Record<string, ClassifiedAction> = {
  ...SECOND_FACTOR_ACTIONS,
  ...ACCOUNTING_ACTIONS,
  ...KEY_ACTIONS,
  ...DEPOSIT_ACTIONS,
  "app/[supplier]/sign-in-action.ts#signInAction": {
    path: "/mobilize-lease",
    fields: { identifier: "nobody-at-all", password: "Papier-Carbone-7" },
    changes: [],
    isBound: true,
  },
  "app/[supplier]/recover/recover-action.ts#recoverAction": {
    path: "/mobilize-lease/recover",
    fields: { email: "nobody@nowhere.example" },
    changes: [],
    isBound: true,
  },
  "app/[supplier]/reset/[token]/choose-password-action.ts#choosePasswordAction": {
    path: "/mobilize-lease/reset/never-mailed",
    fields: { user: "", password: "Encre-Violette-8", confirmation: "Encre-Violette-8" },
    changes: [],
    provedIn: "tests/integration/recovery",
  },
  "app/[supplier]/reset/[token]/send-again-action.ts#sendAgainAction": {
    path: "/mobilize-lease/reset/never-mailed",
    fields: {},
    changes: [],
    provedIn: "tests/integration/recovery",
  },
  "app/(customer)/admin/users/new/add-user-action.ts#addUserAction": {
    path: "/admin/users/new",
    fields: {
      name: "Lila Montferrand",
      identifier: "lila-{me}",
      email: "",
      password: "Givre-Tulipe-Canard-58",
    },
    changes: ["administrator", "other_administrator"],
    isBound: true,
    writtenFor: "administrator",
    answersInPlace: true,
  },
  "app/(customer)/admin/users/several/add-several-users-action.ts#addSeveralUsersAction": {
    path: "/admin/users/several",
    fields: { addresses: "a-{me}@perce-neige.example\nb-{me}@perce-neige.example", step: "add" },
    changes: ["administrator", "other_administrator"],
    isBound: true,
    writtenFor: "administrator",
    answersInPlace: true,
  },
  "app/(customer)/admin/users/[id]/edit-user-action.ts#editUserAction": {
    ...onColleague,
    changes: ["administrator", "old_proof"],
    fields: { name: "Noé {me}", email: "" },
  },
  "app/(customer)/admin/users/[id]/set-role-action.ts#setRoleAction": {
    ...onColleague,
    fields: { role: "administrator" },
  },
  "app/(customer)/admin/users/[id]/set-status-action.ts#setStatusAction": {
    ...onColleague,
    // Taking access away needs no fresh proof.
    changes: ["administrator", "old_proof"],
    isOnce: true,
    fields: { status: "disabled" },
  },
  "app/(customer)/admin/users/[id]/reset-password-action.ts#resetPasswordAction": {
    ...onColleague,
    fields: { access: "default_password", password: "Givre-Tulipe-Canard-58" },
    answersInPlace: true,
  },
  "app/locale-action.ts#changeLocaleAction": {
    path: "/invoices",
    fields: { locale: "en" },
    changes: SIGNED_IN,
  },
  "app/(customer)/profile/account/change-password-action.ts#changePasswordAction": {
    path: "/profile/account",
    fields: { current: PASSWORD, password: "Encre-Violette-8", confirmation: "Encre-Violette-8" },
    changes: CUSTOMERS,
  },
  "app/(customer)/profile/account/save-name-action.ts#saveNameAction": {
    path: "/profile/account",
    fields: { name: "Nom Nouveau" },
    changes: CUSTOMERS,
  },
  "app/(customer)/invoices/save-filter-action.ts#saveFilterAction": {
    path: "/invoices",
    fields: { name: "Avoirs", query: "?type=credit_note" },
    changes: CUSTOMERS,
  },
  // No invoice has this id; tests/integration/invoices/takings.test.ts checks whose takings change.
  "app/(customer)/invoices/mark-taken-action.ts#markTakenAction": {
    path: "/invoices/archive",
    fields: { chosen: "00000000-0000-7000-8000-000000000000", all: "", query: "", back: "" },
    changes: [],
  },
  "app/(customer)/invoices/put-back-action.ts#putBackAction": {
    path: "/invoices/archive",
    fields: { chosen: "00000000-0000-7000-8000-000000000000", all: "", query: "", back: "" },
    changes: [],
  },
  // No account has such a gap; tests/integration/tasks checks whose questions are settled.
  "app/(customer)/home/settle-numbers-action.ts#settleNumbersAction": {
    path: "/home",
    fields: { after: "F-0", page: "/home" },
    changes: [],
  },
  // It sets a cookie of this browser, and changes no row.
  "app/(customer)/invoices/set-list-display-action.ts#setListDisplayAction": {
    path: "/invoices",
    fields: { size: "50", shortcuts: "off", query: "" },
    changes: [],
  },
  // No filter has this id; tests/integration/invoices/saved-filters.test.ts checks who may remove which filter.
  "app/(customer)/invoices/remove-filter-action.ts#removeFilterAction": {
    path: "/invoices",
    fields: { id: "00000000-0000-7000-8000-000000000000", query: "" },
    changes: [],
  },
  "app/(customer)/profile/display/save-display-history-action.ts#saveDisplayHistoryAction": {
    path: "/profile/display",
    fields: { months: "12", locale: "en" },
    changes: CUSTOMERS,
  },
  // The same request of one account is recorded once, for any of its users.
  "app/(customer)/profile/notifications/ask-for-change-action.ts#askForChangeAction": {
    path: "/profile/notifications",
    fields: { email: "nouvelle@essai.example", preference: "link", message: "" },
    changes: [],
    provedIn: "tests/e2e/profile.spec.ts",
  },
  "app/(customer)/profile/security/end-other-sessions-action.ts#endOtherSessionsAction": {
    path: "/profile/security",
    fields: {},
    changes: [],
  },
  "app/(customer)/profile/security/end-session-action.ts#endSessionAction": {
    path: "/profile/security",
    fields: { session: "00000000-0000-4000-8000-000000000000" },
    changes: [],
  },
  // No account has this document, so nothing is requested (tests/integration/persons/across-accounts.test.ts).
  "app/(customer)/invoices/removed/ask-duplicate-action.ts#askDuplicateAction": {
    path: "/invoices/removed",
    fields: { document: "nothing", message: "" },
    changes: [],
  },
  ...PERSON_ACTIONS,
  "app/password/replace-password-action.ts#replacePasswordAction": {
    path: "/password",
    fields: { password: "Encre-Violette-8", confirmation: "Encre-Violette-8" },
    changes: ["must_change"],
  },
  ...ACCOUNT_ACTIONS,
  ...REQUEST_ACTIONS,
  ...SHARE_ACTIONS,
  ...DESK_ACTIONS,
  ...IMPORT_ACTIONS,
  ...STAFF_ACTIONS,
  ...OPERATOR_ACTIONS,
  "app/sign-out-action.ts#signOutAction": {
    path: "/invoices",
    fields: {},
    changes: [...SIGNED_IN, ...WAITING],
  },
};
