import { type ClassifiedRoute, page } from "./classified-route";
import { operatorPage } from "./expected-answers";

/** The pages of operators (`classification.ts`). */
export const OPERATOR_ROUTES: Record<string, ClassifiedRoute> = {
  "/console/health": page("/console/health", operatorPage),
  "/console/suppliers": page("/console/suppliers", operatorPage),
  "/console/suppliers/new": page("/console/suppliers/new", operatorPage),
  "/console/suppliers/[id]": {
    path: ({ supplier }) => `/console/suppliers/${supplier.id}`,
    answers: operatorPage,
  },
};
