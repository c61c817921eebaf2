import { type ClassifiedRoute, page } from "./classified-route";
import { supplierStaffBytes, supplierStaffPage } from "./expected-answers";

/** The pages and files of imports and of packs to print (`classification.ts`). */
export const IMPORT_ROUTES: Record<string, ClassifiedRoute> = {
  "/console/accounts/import": page("/console/accounts/import", supplierStaffPage),
  "/console/accounts/import/[id]": {
    path: ({ imported }) => `/console/accounts/import/${imported.id}`,
    answers: { ...supplierStaffPage, other_adviser: 404 },
    isPrivate: true,
  },
  "/console/accounts/import/[id]/progress": {
    path: ({ imported }) => `/console/accounts/import/${imported.id}/progress`,
    answers: { ...supplierStaffBytes, other_adviser: 404 },
    isPrivate: true,
  },
  "/console/accounts/import/[id]/refused": {
    path: ({ imported }) => `/console/accounts/import/${imported.id}/refused`,
    answers: { ...supplierStaffBytes, other_adviser: 404 },
    isPrivate: true,
  },
  "/console/accounts/import/export": {
    path: () => "/console/accounts/import/export?format=csv",
    answers: supplierStaffBytes,
    isPrivate: true,
  },
  // A GET request uploads nothing; routes.spec.ts checks who may upload a file.
  "/console/accounts/import/file": page("/console/accounts/import/file", { rest: 405 }),
  "/console/paper": page("/console/paper", supplierStaffPage),
  // No pack has this id; tests/integration/paper tests existing packs.
  "/console/paper/[id]/pack": {
    path: ({ invoice }) => `/console/paper/${invoice.id}/pack`,
    answers: { ...supplierStaffBytes, adviser: 404, manager: 404, other_adviser: 404 },
    isPrivate: true,
  },
};
