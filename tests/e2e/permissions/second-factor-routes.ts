import { type ClassifiedRoute, page } from "./classified-route";
import { TO_INVOICES, TO_SIGN_IN } from "./expected-answers";

/** The pages of those who have not fully signed in yet (`classification.ts`). */
export const SECOND_FACTOR_ROUTES: Record<string, ClassifiedRoute> = {
  "/second-factor": page("/second-factor", {
    rest: TO_SIGN_IN,
    second_factor_pending: 200,
    must_enrol: 200,
    administrator: TO_INVOICES,
    member: TO_INVOICES,
    other_administrator: TO_INVOICES,
    adviser: TO_INVOICES,
    manager: TO_INVOICES,
    other_adviser: TO_INVOICES,
    operator: TO_INVOICES,
    must_change: TO_INVOICES,
    view_as: TO_INVOICES,
  }),
  // Every session that has not ended may ask for its own state.
  "/second-factor/state": page("/second-factor/state", {
    rest: 200,
    anonymous: 401,
    disabled: 401,
    signed_out: 401,
    supplier_key: 401,
    customer_token: 401,
  }),
  "/password": page("/password", { rest: { to: /^\/$/ }, must_change: 200 }),
};
