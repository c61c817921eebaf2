import { type ClassifiedRoute, page } from "./classified-route";
import { supplierManagerPage } from "./expected-answers";

/** The pages and routes of deposits in the console (`classification.ts`). */
export const DEPOSIT_ROUTES: Record<string, ClassifiedRoute> = {
  "/console/deposits": page("/console/deposits", supplierManagerPage),
  // No file has this id; tests/integration/deposits tests whose files a manager opens.
  "/console/deposits/[id]": page("/console/deposits/00000000-0000-7000-8000-000000000000", {
    ...supplierManagerPage,
    manager: 404,
    old_proof_manager: 404,
  }),
  "/console/deposits/new": page("/console/deposits/new", supplierManagerPage),
  "/console/deposits/announcements": page("/console/deposits/announcements", supplierManagerPage),
  // A GET request uploads nothing; routes.spec.ts checks who may upload a file.
  "/console/deposits/new/file": page("/console/deposits/new/file", { rest: 405 }),
  "/console/deposits/announcements/file": page("/console/deposits/announcements/file", { rest: 405 }),
  "/api/v1/accounts/[customerNumber]/announcements/[month]": {
    path: () => "/api/v1/accounts/nobody/announcements/2026-11",
    method: "PUT",
    answers: { rest: 401, supplier_key: 422 },
    isPrivate: true,
  },
};
