"use server";

import { goTo, refuse, say } from "@/lib/actions/answer";
import { hidden, text } from "@/lib/actions/fields";
import { provenSupplierManagerAction } from "@/lib/actions/wrappers";
import { saveSettings } from "@/lib/settings/save-settings";
import { isSectionName, SECTIONS } from "@/lib/settings/sections/sections";
import { PAGE_OF_SECTION } from "./settings-paths";

/** The fields of all forms: each form sends its own. */
const fields = Object.fromEntries(
  Object.values(SECTIONS).flatMap((section) => section.fields.map((field) => [field, text(400)])),
);

/** Saves one form of the settings; the page binds its name. */
export const saveSettingsAction = provenSupplierManagerAction(
  { ...fields, version: hidden(64) },
  async (session, { version, ...typed }, section: string) => {
    if (!isSectionName(section)) return goTo("/console/settings");
    const page = PAGE_OF_SECTION[section];
    const place = `${page}#${section}`;
    const saved = await saveSettings(session, section, typed as Record<string, string>, String(version));
    if (saved.ok) return say(page, { done: "saved", section, fields: saved.changed }, place);
    if (saved.reason === "proof_needed") return refuse(page, saved);
    const faults =
      saved.reason === "invalid" ? Object.entries(saved.faults).map((fault) => fault.join(":")) : [];
    return refuse(page, { reason: saved.reason, section, faults }, place);
  },
);
