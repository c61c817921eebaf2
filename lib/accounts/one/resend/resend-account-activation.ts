import type { StaffUser } from "@/lib/access/viewer";
import { changeOne, type NotChanged } from "@/lib/accounts/one/change-one";
import { resendLockedActivation } from "@/lib/accounts/resend-activation";

type ActivationResent = Awaited<ReturnType<typeof resendLockedActivation>>;

/** Sends the activation mail of one account again (`resendLockedActivation`). */
export const resendAccountActivation = (
  viewer: StaffUser,
  id: string,
): Promise<ActivationResent | NotChanged> =>
  changeOne<ActivationResent>(viewer, id, (tx, account, at) =>
    resendLockedActivation(tx, viewer, { ...account, accountId: account.id }, at),
  );
