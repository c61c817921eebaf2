import { type ClassifiedRoute, page } from "./classified-route";
import { customerDocument, readerPage } from "./expected-answers";

/** The pages that read an account and change nothing, besides its list (`classification.ts`). */
export const READING_ROUTES: Record<string, ClassifiedRoute> = {
  "/home": page("/home", readerPage),
  "/invoices/archive": page("/invoices/archive", readerPage),
  "/invoices/removed": page("/invoices/removed", readerPage),
  "/overview": page("/overview", readerPage),
  // The plate of one account's vehicle is a page for nobody else.
  "/overview/vehicles/[plate]": {
    path: ({ invoice }) => `/overview/vehicles/${invoice.plate}?period=twelve`,
    answers: customerDocument,
    isPrivate: true,
  },
};
