import { FieldReader, type SettingsSection } from "@/lib/settings/section";

/** Whether customers may share an invoice by a link; when not, the links that they made stop working. */
export const sharing: SettingsSection = {
  fields: ["allowsSharing"],
  show: ({ allowsSharing }) => ({ allowsSharing: allowsSharing ? "yes" : "no" }),
  read(typed) {
    const reader = new FieldReader(typed);
    return reader.result({ allowsSharing: reader.choice("allowsSharing", ["yes", "no"]) === "yes" });
  },
};
