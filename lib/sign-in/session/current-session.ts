import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import {
  type AccountReader,
  type Administrator,
  type CustomerUser,
  isAdministrator,
  isCustomerUser,
  type Manager,
  type Operator,
  type SignedInUser,
  type StaffUser,
} from "@/lib/access/viewer";
import { returnPath } from "@/lib/http/return-path";
import { SESSION_COOKIE, unsealSessionId } from "@/lib/http/session-cookie";
import { findSupplier } from "@/lib/suppliers/find-supplier";
import { resumeSession, type Session } from "./session";
import type { ViewedUser } from "./viewed-user";
import { type WaitingSession, waitingSession } from "./waiting-session";

/** The supplier whose sign-in page this browser used last, so that a deep link leads to the right sign-in page. */
export const SUPPLIER_COOKIE = "__Host-supplier";

/** The session of this request, or null. Read once for each request. */
export const currentSession = cache(async (): Promise<Session | null> => {
  const id = await unsealSessionId((await cookies()).get(SESSION_COOKIE)?.value);
  return id ? resumeSession(id) : null;
});

/** Like `currentSession`, but not counted as activity: for requests that a page makes by itself, to show progress. */
export async function sessionWithoutActivity(): Promise<Session | null> {
  const id = await unsealSessionId((await cookies()).get(SESSION_COOKIE)?.value);
  return id ? resumeSession(id, { isActivity: false }) : null;
}

/** A session of a customer's user, with its account and supplier. */
export type CustomerSession = Session & {
  viewer: CustomerUser;
  account: NonNullable<Session["account"]>;
  supplier: NonNullable<Session["supplier"]>;
};

/** For customers' pages and actions: returns the session, or redirects to sign-in or to what the user must do first. */
export async function requireCustomer(): Promise<CustomerSession> {
  const session = await requireSession();
  if (isCustomerSession(session)) return session;
  redirect(session.viewAs ? VIEW_AS_PAGE : consoleHome(session));
}

/** The first page of staff. An operator goes there directly: a second redirect would show an empty page in between. */
const consoleHome = (session: Session): string =>
  isStaffSession(session) && isOperatorSession(session) ? "/console/health" : "/console";

/** The page that says what is not part of a view as a customer, with the button that ends the view. */
const VIEW_AS_PAGE = "/console/view-as";

/** Who reads an account: the session of a customer's user, or that of staff viewing as one. */
export type ReaderSession = Omit<CustomerSession, "viewer"> & { viewer: AccountReader };

/** For pages that change nothing: like `requireCustomer`, but also accepts staff viewing as a customer's user. */
export async function requireReader(): Promise<ReaderSession> {
  const session = await requireSession();
  return readerSession(session) ?? redirect(consoleHome(session));
}

/** The session of somebody who reads an account; null for staff who are not viewing as a customer's user. */
export function readerSession(session: Session): ReaderSession | null {
  if (isCustomerSession(session)) return session;
  const { viewAs, supplier } = session;
  if (!viewAs || !supplier) return null;
  const { viewer, identifier, name, historyMonths, account, lastSignInAt } = viewAs;
  return {
    ...session,
    ...{ viewer, identifier, name, historyMonths, account, supplier },
    previousVisitAt: lastSignInAt,
    entrySupplier: null,
  };
}

/** For the page and the action that end a view: returns the session of staff viewing as a customer's user. */
export async function requireViewAs(): Promise<Session & { viewAs: ViewedUser }> {
  const session = await requireSession();
  const { viewAs } = session;
  if (viewAs) return { ...session, viewAs };
  redirect(isCustomerUser(session.viewer) ? "/invoices" : "/console");
}

export type AdministratorSession = CustomerSession & { viewer: Administrator };

/**
 * For pages and actions of administrators (R23): returns the session, or redirects a member to the list of
 * administrators.
 */
export async function requireAdministrator(): Promise<AdministratorSession> {
  const session = await requireCustomer();
  if (isAdministratorSession(session)) return session;
  redirect("/admin/users");
}

/** A session of a supplier's staff or of an operator. */
export type StaffSession = Session & { viewer: Exclude<SignedInUser, CustomerUser> };

/**
 * For pages and actions of staff and operators: returns the session, or redirects a customer, and staff viewing as one,
 * to the invoices.
 */
export async function requireStaff(): Promise<StaffSession> {
  const session = await requireSession();
  if (isStaffSession(session) && !session.viewAs) return session;
  redirect("/invoices");
}

/** A session of a supplier's adviser or manager. */
export type SupplierStaffSession = Session & {
  viewer: StaffUser;
  supplier: NonNullable<Session["supplier"]>;
};

/**
 * For the console's pages about customers: like `requireStaff`, and redirects an operator, who sees none, to
 * `/console`.
 */
export async function requireSupplierStaff(): Promise<SupplierStaffSession> {
  const session = await requireStaff();
  if (isSupplierStaffSession(session)) return session;
  redirect("/console");
}

/** A session of an operator. */
export type OperatorSession = StaffSession & { viewer: Operator };

/** A session of a manager or of an operator, who manage the access of others. */
export type ManagerSession = StaffSession & {
  viewer: Manager | Operator;
};

/** For pages and actions of managers and operators: like `requireStaff`, and redirects an adviser to `/console`. */
export async function requireManager(): Promise<ManagerSession> {
  const session = await requireStaff();
  if (isManagerSession(session)) return session;
  redirect("/console");
}

/** A session of a supplier's manager. */
export type SupplierManagerSession = SupplierStaffSession & { viewer: Manager };

/**
 * For the console's pages about the supplier itself: like `requireSupplierStaff`, and redirects an adviser to `/console`.
 */
export async function requireSupplierManager(): Promise<SupplierManagerSession> {
  const session = await requireSupplierStaff();
  if (isSupplierManagerSession(session)) return session;
  redirect("/console");
}

/** For the pages about the installation: like `requireStaff`, and redirects the staff of suppliers to `/console`. */
export async function requireOperator(): Promise<OperatorSession> {
  const session = await requireStaff();
  if (isOperatorSession(session)) return session;
  redirect("/console");
}

/** For the console's route handlers: the session of an adviser or manager who may open its pages; null for others. */
export async function currentSupplierStaff(): Promise<SupplierStaffSession | null> {
  const session = await currentSession();
  if (!session || session.mustChangePassword || session.viewAs || !isStaffSession(session)) return null;
  return isSupplierStaffSession(session) ? session : null;
}

/** For the page and action that replace a password chosen by somebody else: returns the session of its user. */
export async function requirePasswordChange(): Promise<Session> {
  const session = await currentSession();
  if (session?.mustChangePassword) return session;
  redirect("/");
}

/** For the page and the actions of the second factor: the session that waits for it, or redirects. */
export async function requireWaitingSession(): Promise<WaitingSession> {
  const waiting = await waitingSession();
  if (waiting) return waiting;
  redirect((await currentSession()) ? "/invoices" : await signInPath());
}

/** For the code on a locked screen: that session, or the open one of staff, also of staff viewing as a customer. */
export async function requireScreen(): Promise<WaitingSession | StaffSession> {
  const waiting = await waitingSession();
  if (waiting) return waiting;
  const session = await requireSession();
  if (isStaffSession(session)) return session;
  redirect("/invoices");
}

async function requireSession(): Promise<Session> {
  const session = await currentSession();
  if (!session) redirect((await secondFactorPath()) ?? (await signInPath()));
  if (session.mustChangePassword) redirect("/password");
  return session;
}

/** The page of the second factor, for a session that waits for it; keeps the page to return to. */
async function secondFactorPath(): Promise<string | null> {
  if (!(await waitingSession())) return null;
  const next = returnPath((await headers()).get("x-path"));
  return next ? `/second-factor?next=${encodeURIComponent(next)}` : "/second-factor";
}

/** The sign-in page for a visitor of the current page; keeps the page to return to. */
async function signInPath(): Promise<string> {
  const slug = (await cookies()).get(SUPPLIER_COOKIE)?.value ?? "";
  const next = returnPath((await headers()).get("x-path"));
  const query = next ? `?next=${encodeURIComponent(next)}` : "";
  return (await findSupplier(slug)) ? `/${slug}${query}` : `/${query}`;
}

/** Whether the session is a customer's, whose account and supplier are known. */
export function isCustomerSession(session: Session): session is CustomerSession {
  return isCustomerUser(session.viewer) && session.account !== null && session.supplier !== null;
}

/** Whether the customer's user is an administrator of the account. */
export const isAdministratorSession = (session: CustomerSession): session is AdministratorSession =>
  isAdministrator(session.viewer);

const isStaffSession = (session: Session): session is StaffSession => !isCustomerUser(session.viewer);

const isOperatorSession = (session: StaffSession): session is OperatorSession =>
  session.viewer.kind === "operator";

const isManagerSession = (session: StaffSession): session is ManagerSession =>
  session.viewer.kind !== "adviser";

/** Whether the session is that of a supplier's adviser or manager who is not viewing as a customer's user. */
export const isSupplierStaffSession = (session: Session): session is SupplierStaffSession =>
  isStaffSession(session) &&
  !session.viewAs &&
  session.viewer.kind !== "operator" &&
  session.supplier !== null;

/** Whether the session is that of a supplier's manager. */
export const isSupplierManagerSession = (session: SupplierStaffSession): session is SupplierManagerSession =>
  session.viewer.kind === "manager";
