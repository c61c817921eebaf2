import type { NewAccess } from "@/components/admin/message-to-send";
import { env } from "@/lib/env";
import type { AdministratorSession } from "@/lib/sign-in/session/current-session";

/** Somebody who was given access in this session's account, as the message to them needs it. */
export const newAccess = (
  { account, supplier }: AdministratorSession,
  person: Pick<NewAccess, "name" | "identifier" | "email" | "locale">,
): NewAccess => ({
  ...person,
  companyName: account.companyName,
  supplierName: supplier.name,
  portalUrl: `${env().APP_URL}/${supplier.slug}`,
});
