import type { Administrator } from "@/lib/access/viewer";

/** An administrator who gives, changes or ends a colleague's access, in an open session. */
export interface ActingAdministrator {
  viewer: Administrator;
  sessionId: string;
  identifier: string;
  /** As shown to colleagues; the identifier when no name is recorded. */
  name: string;
  companyName: string;
}
