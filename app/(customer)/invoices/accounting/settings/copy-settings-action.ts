"use server";

import { copyAccountingSettings } from "@/lib/accounting/copy-settings";
import { refuse, say } from "@/lib/actions/answer";
import { customerAction } from "@/lib/actions/wrappers";

const PAGE = "/invoices/accounting/settings";

/** Copies the saved settings to the person's other companies. */
export const copySettingsAction = customerAction({}, async (session) => {
  const copied = await copyAccountingSettings(session);
  return copied.ok ? say(PAGE, { copied: copied.companies }) : refuse(PAGE, copied);
});
