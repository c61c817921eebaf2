import type { StaffUser } from "@/lib/access/viewer";
import { changeOne, type NotChanged } from "@/lib/accounts/one/change-one";
import { resendLockedActivation, type ResentActivation } from "@/lib/accounts/resend-activation";

/** Sends the activation mail of one account again, counted as a change (`resendLockedActivation`). */
export const resendAccountActivation = (
  viewer: StaffUser,
  id: string,
): Promise<ResentActivation | NotChanged> =>
  changeOne<ResentActivation>(viewer, id, (tx, account, at) =>
    resendLockedActivation(tx, viewer, account, at),
  );
