import { type ClassifiedRoute, page } from "./classified-route";
import { supplierManagerPage, supplierStaffBytes } from "./expected-answers";

/** The pages of `/console/keys` and `/console/settings`, and the frame with a previewed mail (`classification.ts`). */
export const SETTINGS_ROUTES: Record<string, ClassifiedRoute> = {
  "/console/keys": page("/console/keys", supplierManagerPage),
  "/console/keys/new": page("/console/keys/new", supplierManagerPage),
  "/console/keys/[id]": {
    path: ({ key }) => `/console/keys/${key.id}`,
    answers: supplierManagerPage,
    isPrivate: true,
  },
  "/console/settings": page("/console/settings", supplierManagerPage),
  "/console/settings/invoices": page("/console/settings/invoices", supplierManagerPage),
  "/console/settings/mails": page("/console/settings/mails", supplierManagerPage),
  "/console/settings/mails/preview": page("/console/settings/mails/preview", supplierManagerPage),
  "/console/settings/mails/preview/[sample]/html": page("/console/settings/mails/preview/digest/html", {
    ...supplierStaffBytes,
    adviser: 404,
    other_adviser: 404,
  }),
};
