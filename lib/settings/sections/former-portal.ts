import { isPlainDate } from "@/lib/dates";
import { cleanText } from "@/lib/mails/writing/clean-props";
import { FieldReader, type SettingsSection } from "@/lib/settings/section";
import { NAME_LENGTH, URL_LENGTH } from "@/lib/settings/settings-limits";

/** Since when the supplier uses the portal, and where its older invoices are (R16). */
export const formerPortal: SettingsSection = {
  fields: ["startsOn", "formerPortalName", "formerPortalUrl"],
  show: ({ startsOn, formerPortalName, formerPortalUrl }) => ({
    startsOn: startsOn ?? "",
    formerPortalName: formerPortalName ?? "",
    formerPortalUrl: formerPortalUrl ?? "",
  }),
  read(typed) {
    const reader = new FieldReader(typed);
    const startsOn = reader.text("startsOn") || null;
    reader.check("startsOn", startsOn === null || isPlainDate(startsOn), "not_a_date");
    const formerPortalName = cleanText(reader.text("formerPortalName")) || null;
    reader.check("formerPortalName", (formerPortalName?.length ?? 0) <= NAME_LENGTH, "too_long");
    const formerPortalUrl = reader.text("formerPortalUrl") || null;
    reader.check("formerPortalUrl", (formerPortalUrl?.length ?? 0) <= URL_LENGTH, "too_long");
    reader.check("formerPortalUrl", formerPortalUrl === null || isWebAddress(formerPortalUrl), "not_a_url");
    // Without a start date nothing is said of the former portal.
    const isNamed = formerPortalName !== null || formerPortalUrl !== null;
    reader.check("startsOn", startsOn !== null || !isNamed, "missing");
    return reader.result({ startsOn, formerPortalName, formerPortalUrl });
  },
};

/** Whether a text is an address that a link may lead to: HTTPS, without a user's name, without spaces. */
function isWebAddress(text: string): boolean {
  if (!/^https:\/\/[^\s\p{C}]+$/u.test(text) || !URL.canParse(text)) return false;
  const { username, password, hostname } = new URL(text);
  return username === "" && password === "" && hostname.includes(".");
}
