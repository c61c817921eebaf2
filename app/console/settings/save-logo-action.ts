"use server";

import { refuse, say } from "@/lib/actions/answer";
import { file, hidden } from "@/lib/actions/fields";
import { provenSupplierManagerAction } from "@/lib/actions/wrappers";
import { removeLogo, saveLogo } from "@/lib/settings/logo/save-logo";

const PAGE = "/console/settings";
const PLACE = `${PAGE}#logo`;

/** Makes an uploaded picture the supplier's logo, or removes the logo. */
export const saveLogoAction = provenSupplierManagerAction(
  { logo: file(), do: hidden(10) },
  async (session, { logo, do: wanted }) => {
    const saved =
      wanted === "remove"
        ? await removeLogo(session)
        : await saveLogo(session, new Uint8Array(await logo.arrayBuffer()));
    if (!saved.ok) return refuse(PAGE, { ...saved, section: "logo" }, PLACE);
    return say(PAGE, { done: wanted === "remove" ? "logo_removed" : "logo_saved", section: "logo" }, PLACE);
  },
);
