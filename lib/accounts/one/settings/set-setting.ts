import type { StaffUser } from "@/lib/access/viewer";
import { type AppliedSetting, applySetting, type Setting } from "@/lib/accounts/apply-setting";
import { changeOne, type NotChanged } from "@/lib/accounts/one/change-one";

/** Sets the preference or the channel of one account, counted as a change (`applySetting`). */
export const setSetting = (
  viewer: StaffUser,
  id: string,
  wanted: Setting,
): Promise<AppliedSetting | NotChanged> =>
  changeOne<AppliedSetting>(viewer, id, (tx, account, at) =>
    applySetting(tx, viewer, account, wanted, { at }),
  );
