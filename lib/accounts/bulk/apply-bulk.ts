import type { StaffUser } from "@/lib/access/viewer";
import { type AppliedSetting, applySetting } from "@/lib/accounts/apply-setting";
import { assignAdviser } from "@/lib/accounts/assign-adviser";
import { withLockedAccount } from "@/lib/accounts/lock-account";
import { resendActivation } from "@/lib/accounts/resend-activation";
import type { BulkAccount, BulkAction } from "./bulk-action";

/** How many accounts were changed, already had the wanted value, or were refused. */
export interface BulkDone {
  changed: number;
  unchanged: number;
  refused: number;
}

/**
 * Applies the previewed action to each account in a separate transaction, so that a refusal does not stop the others.
 * Applied again, it changes nothing more: a mail is sent only when no newer one was queued since the preview.
 */
export async function applyBulk(
  viewer: StaffUser,
  action: BulkAction,
  accounts: readonly BulkAccount[],
): Promise<BulkDone> {
  const done: BulkDone = { changed: 0, unchanged: 0, refused: 0 };
  for (const account of accounts) {
    const result = await applyTo(viewer, action, account);
    done[!result.ok ? "refused" : result.isNew ? "changed" : "unchanged"] += 1;
  }
  return done;
}

function applyTo(viewer: StaffUser, action: BulkAction, { accountId, generation }: BulkAccount) {
  switch (action.kind) {
    case "resend_activation":
      return resendActivation(viewer, accountId, { afterGeneration: generation });
    case "set_preference":
      return withLockedAccount<AppliedSetting>(viewer, accountId, (tx, account, at) =>
        applySetting(tx, viewer, account, { preference: action.preference }, { at }),
      );
    case "assign":
      return assignAdviser(viewer, accountId, action.userId);
  }
}
