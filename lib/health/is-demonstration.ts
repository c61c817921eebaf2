import { env } from "@/lib/env";
import { havePassedStartChecks } from "./start-checks";

/**
 * Returns whether this is the embedded mode, proven by the start checks: only then are there a demo mailbox, with the
 * links of all mails, and the pages under /dev.
 */
export const isDemonstration = (): boolean => env().EMBEDDED && havePassedStartChecks();
