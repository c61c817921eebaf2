import { type ClassifiedRoute, page } from "./classified-route";
import { readerPage } from "./expected-answers";

/** The pages that read an account and change nothing, besides its list (`classification.ts`). */
export const READING_ROUTES: Record<string, ClassifiedRoute> = {
  "/home": page("/home", readerPage),
  "/invoices/archive": page("/invoices/archive", readerPage),
  "/invoices/removed": page("/invoices/removed", readerPage),
  "/overview": page("/overview", readerPage),
};
