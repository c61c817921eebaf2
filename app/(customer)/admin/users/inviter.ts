import type { AdministratorSession } from "@/lib/sign-in/session/current-session";
import type { Inviter } from "@/lib/users/invite-user";

export const inviterOf = ({ viewer, name, identifier, account }: AdministratorSession): Inviter => ({
  viewer,
  name: name || identifier,
  companyName: account.companyName,
});
