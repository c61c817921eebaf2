import type { AdministratorSession } from "@/lib/sign-in/session/current-session";
import type { ActingAdministrator } from "@/lib/users/acting-administrator";

/** The administrator of this session, as the operations on colleagues need them. */
export const actingAdministrator = ({
  id,
  viewer,
  name,
  identifier,
  account,
}: AdministratorSession): ActingAdministrator => ({
  viewer,
  sessionId: id,
  identifier,
  name: name || identifier,
  companyName: account.companyName,
});
