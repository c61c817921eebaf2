import { env } from "@/lib/env";
import { havePassedStartChecks } from "./start-checks";

/**
 * Returns whether this is the embedded mode, proven by the start checks. The demo mailbox, which shows the links
 * of all mails, and the pages under /dev exist only then.
 */
export const isDemonstration = (): boolean => env().EMBEDDED && havePassedStartChecks();
