"use server";

import { recoveringPlace } from "@/app/[supplier]/recover/recovering-place";
import { goTo, refuse, say } from "@/lib/actions/answer";
import { secret, text } from "@/lib/actions/fields";
import { publicAction } from "@/lib/actions/wrappers";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { choosePassword } from "@/lib/recovery/choose-password";
import { keepDeviceSecret } from "@/lib/sign-in/known-device/keep-device-secret";
import { deviceSecret } from "@/lib/sign-in/known-device/known-device";

/** Sets the password and consumes the mailed link, then shows the sign-in page with the identifier filled in (R8). */
export const choosePasswordAction = publicAction(
  { user: text(64), password: secret(), confirmation: secret() },
  async (visitor, { user, password, confirmation }, slug: string, token: string) => {
    const { path, supplier } = await recoveringPlace(slug);
    const device = deviceSecret(visitor.device);
    const chosen = await choosePassword({
      supplierId: supplier.id,
      secret: token,
      userId: user,
      password,
      confirmation,
      device,
    });
    if (chosen.ok) {
      await keepDeviceSecret(device);
      dispatchSoon();
      const { identifier, wasAttached } = chosen;
      return say(path || "/", { reason: "password_set", identifier, detached: wasAttached });
    }
    const page = `${path}/reset`;
    const linkPage = `${page}/${encodeURIComponent(token)}`;
    return chosen.reason === "refused" ? refuse(page, chosen, linkPage) : goTo(linkPage);
  },
);
