import type { VisitorKind } from "./visitors";

/** An answer: a status, and for redirects the target (a regular expression over path and query). */
export type Expected = 200 | 303 | 401 | 404 | 405 | 415 | 422 | 500 | { to: RegExp };
export type Answers = { rest: Expected } & Partial<Record<VisitorKind, Expected>>;

/** Visitors who get the same answers as another visitor, unless a page says otherwise. */
const LIKE: Partial<Record<VisitorKind, VisitorKind>> = {
  customer_code_pending: "second_factor_pending",
  locked: "second_factor_pending",
  locked_view: "second_factor_pending",
  old_proof: "administrator",
  old_proof_manager: "manager",
  idle: "signed_out",
  expired: "signed_out",
  changed_password: "signed_out",
};

/** The answer that a visitor is to get. */
export const answerFor = (answers: Answers, kind: VisitorKind): Expected =>
  answers[kind] ?? answers[LIKE[kind] ?? kind] ?? answers.rest;

export const TO_SIGN_IN = { to: /^\/(mobilize-lease)?(\?next=.*)?$/ };
const TO_PASSWORD = { to: /^\/password$/ };

export const everybody: Answers = { rest: 200 };

export const TO_CONSOLE = { to: /^\/console$/ };
export const TO_INVOICES = { to: /^\/invoices$/ };
/** The page that says what staff cannot open while they view as a customer. */
const TO_VIEW_LIMITS = { to: /^\/console\/view-as$/ };

/** A session that waits for the second factor reaches only the page that asks for the code. */
const waiting: Partial<Record<VisitorKind, Expected>> = {
  second_factor_pending: { to: /^\/second-factor(\?next=.*)?$/ },
  must_enrol: { to: /^\/second-factor(\?next=.*)?$/ },
};

/** A page about the visitor's own account. */
export const customerPage: Answers = {
  rest: TO_SIGN_IN,
  ...waiting,
  administrator: 200,
  member: 200,
  other_administrator: 200,
  adviser: TO_CONSOLE,
  manager: TO_CONSOLE,
  other_adviser: TO_CONSOLE,
  operator: { to: /^\/console\/health$/ },
  must_change: TO_PASSWORD,
  view_as: TO_VIEW_LIMITS,
};

/** A page about the visitor's own account that staff viewing as one of its users may read too. */
export const readerPage: Answers = { ...customerPage, view_as: 200 };

/** A page for administrators only, about their own account. */
export const administratorPage: Answers = {
  ...customerPage,
  member: { to: /^\/admin\/users$/ },
};

/** A page of one account; for other accounts it does not exist. */
export const customerDocument: Answers = { ...readerPage, other_administrator: 404 };

export const customerBytes: Answers = {
  rest: 401,
  administrator: 200,
  member: 200,
  other_administrator: 404,
  adviser: 404,
  manager: 404,
  other_adviser: 404,
  operator: 404,
  view_as: 404,
};

/** One file of an invoice, which staff viewing as a user of the account may read too. */
export const readerBytes: Answers = { ...customerBytes, view_as: 200 };

export const staffPage: Answers = {
  rest: TO_SIGN_IN,
  ...waiting,
  adviser: 200,
  manager: 200,
  other_adviser: 200,
  operator: 200,
  administrator: TO_INVOICES,
  member: TO_INVOICES,
  other_administrator: TO_INVOICES,
  must_change: TO_PASSWORD,
  view_as: TO_INVOICES,
};

/** A page about customers: the supplier's staff only, operators see none. */
export const supplierStaffPage: Answers = { ...staffPage, operator: TO_CONSOLE };

/** A page for the supplier's managers only. */
export const supplierManagerPage: Answers = {
  ...supplierStaffPage,
  adviser: TO_CONSOLE,
  other_adviser: TO_CONSOLE,
};

/** A page about the installation: operators only. */
export const operatorPage: Answers = {
  ...staffPage,
  adviser: TO_CONSOLE,
  manager: TO_CONSOLE,
  other_adviser: TO_CONSOLE,
};

/** Redirects a signed-in visitor to their own account, which may redirect further. */
export const signInPage: Answers = {
  rest: 200,
  administrator: TO_INVOICES,
  member: TO_INVOICES,
  other_administrator: TO_INVOICES,
  adviser: { to: /^\/(invoices|console)$/ },
  manager: { to: /^\/(invoices|console)$/ },
  other_adviser: { to: /^\/(invoices|console)$/ },
  operator: { to: /^\/(invoices|console)$/ },
  must_change: { to: /^\/(invoices|password)$/ },
  view_as: TO_INVOICES,
};

/** A file about customers, for the supplier's staff only. */
export const supplierStaffBytes: Answers = {
  rest: 401,
  adviser: 200,
  manager: 200,
  other_adviser: 200,
  operator: 404,
  administrator: 404,
  member: 404,
  other_administrator: 404,
  view_as: 404,
};
