import { isSiren } from "@/lib/formats/siren";
import { cleanText } from "@/lib/mails/writing/clean-props";
import { FieldReader, type SettingsSection } from "@/lib/settings/section";
import { ADDRESS_LENGTH, NAME_LENGTH } from "@/lib/settings/settings-limits";

/**
 * What the legal notice must say of the company that publishes the portal (loi n° 2004-575, article 6). An invoice that
 * names no seller is this company's.
 */
export const company: SettingsSection = {
  fields: ["legalName", "address", "siren", "vatNumber", "publisher"],
  show: ({ legalName, address, siren, vatNumber, publisher }) => ({
    ...{ legalName, address, publisher },
    ...{ siren: siren ?? "", vatNumber: vatNumber ?? "" },
  }),
  read(typed) {
    const reader = new FieldReader(typed);
    const legalName = cleanText(reader.text("legalName"));
    const publisher = cleanText(reader.text("publisher"));
    const address = linesOf(reader.text("address"));
    const siren = reader.text("siren").replace(/\s/g, "");
    const vatNumber = reader.text("vatNumber").replace(/\s/g, "").toUpperCase();
    reader.check("legalName", legalName !== "", "missing");
    reader.check("legalName", legalName.length <= NAME_LENGTH, "too_long");
    reader.check("address", address.length <= ADDRESS_LENGTH, "too_long");
    reader.check("publisher", publisher.length <= NAME_LENGTH, "too_long");
    reader.check("siren", siren === "" || isSiren(siren), "not_a_siren");
    reader.check("vatNumber", /^([A-Z]{2}[0-9A-Z]{2,13})?$/.test(vatNumber), "not_a_vat_number");
    return reader.result({
      ...{ legalName, address, publisher },
      ...{ siren: siren || null, vatNumber: vatNumber || null },
    });
  },
};

/** An address keeps its lines; empty ones are left out. */
const linesOf = (text: string): string =>
  text
    .split(/\r?\n/)
    .map((line) => cleanText(line).trim())
    .filter((line) => line !== "")
    .join("\n");
