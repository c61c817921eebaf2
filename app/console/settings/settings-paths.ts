import type { SectionName } from "@/lib/settings/sections/sections";

const PORTAL = "/console/settings";
const INVOICES = "/console/settings/invoices";
export const MAILS = "/console/settings/mails";

/** The page of each form of the settings. */
export const PAGE_OF_SECTION: Record<SectionName, string> = {
  identity: PORTAL,
  company: PORTAL,
  contact: PORTAL,
  languages: PORTAL,
  recoveryAnswer: PORTAL,
  sharing: PORTAL,
  retention: INVOICES,
  formerPortal: INVOICES,
  legalRole: INVOICES,
  words: INVOICES,
  sender: MAILS,
  notifications: MAILS,
};
