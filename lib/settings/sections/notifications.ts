import { FieldReader, type SettingsSection } from "@/lib/settings/section";
import { ATTACHMENT_MB } from "@/lib/settings/settings-limits";

const BYTES_OF_MB = 1_000_000;

/** When the daily mail leaves, where its links lead, and how large an attached original may be. */
export const notifications: SettingsSection = {
  fields: ["digestHour", "linkOpens", "attachmentMb"],
  show: ({ digestHour, linkOpens, attachmentLimitBytes }) => ({
    digestHour: String(digestHour),
    linkOpens,
    attachmentMb: String(Math.max(ATTACHMENT_MB.min, Math.round(attachmentLimitBytes / BYTES_OF_MB))),
  }),
  read(typed) {
    const reader = new FieldReader(typed);
    return reader.result({
      digestHour: reader.number("digestHour", { min: 0, max: 23 }),
      linkOpens: reader.choice("linkOpens", ["sign_in", "direct"]),
      attachmentLimitBytes: reader.number("attachmentMb", ATTACHMENT_MB) * BYTES_OF_MB,
    });
  },
};
