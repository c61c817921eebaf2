import { readVisitor } from "@/lib/http/visitor";
import {
  requireAdministrator,
  requireCustomer,
  requireManager,
  requireOperator,
  requirePasswordChange,
  requireScreen,
  requireStaff,
  requireSupplierManager,
  requireSupplierStaff,
  requireViewAs,
  requireWaitingSession,
} from "@/lib/sign-in/session/current-session";
import { actionFor } from "./action-for";
import { provenActionFor } from "./proven-action";

/*
 * Every server action is made by one of these wrappers (docs/decisions/0024-actions.md), which check who sends the form.
 */

/** For anybody, signed in or not: it acts for the person proven by the form or by the link in it. */
export const publicAction = actionFor(readVisitor);

/** For the users of customers: runs with their session. */
export const customerAction = actionFor(requireCustomer);

/** For the administrators of customers (R23): runs with their session. */
export const administratorAction = actionFor(requireAdministrator);

/** For users of customers, to give or change access: the form may ask for fresh proof (decision 27). */
export const provenCustomerAction = provenActionFor(requireCustomer);

/** For administrators, to give or change access: the form may ask for fresh proof. */
export const provenAdministratorAction = provenActionFor(requireAdministrator);

/** For advisers, managers and operators: runs with their session. */
export const staffAction = actionFor(requireStaff);

/** For advisers and managers: runs with their session. */
export const supplierStaffAction = actionFor(requireSupplierStaff);

/** For advisers and managers, to give or change access: the form may ask for fresh proof. */
export const provenSupplierStaffAction = provenActionFor(requireSupplierStaff);

/** For managers and operators, to give or change access: the form may ask for fresh proof. */
export const provenManagerAction = provenActionFor(requireManager);

/** For managers of a supplier: runs with their session. */
export const supplierManagerAction = actionFor(requireSupplierManager);

/** For managers of a supplier, to give or change access to it: the form may ask for fresh proof. */
export const provenSupplierManagerAction = provenActionFor(requireSupplierManager);

/** For operators, to change a supplier or a mail that was not sent: the form may ask for fresh proof. */
export const provenOperatorAction = provenActionFor(requireOperator);

/** For staff who view the portal as a customer's user. No other form works in such a view. */
export const viewAsAction = actionFor(requireViewAs);

/** For users who must choose a password before anything else: runs with their session. */
export const passwordChangeAction = actionFor(requirePasswordChange);

/** For users whose session waits for the second factor: runs with that session. */
export const secondFactorAction = actionFor(requireWaitingSession);

/** For the code on a locked screen: runs with the locked session, or the open one when it was unlocked meanwhile. */
export const screenLockAction = actionFor(requireScreen);
