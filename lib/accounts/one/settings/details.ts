import { z } from "zod";
import { isPlainDate } from "@/lib/dates";
import { isSiret } from "@/lib/formats/siret";
import { isMailAddress, normalizeMailAddress } from "@/lib/mail-address";

const clean = (text: string) => text.normalize("NFC").trim();
const line = (max: number) =>
  z
    .string()
    .transform(clean)
    .refine((text) => text.length <= max && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text))
    .transform((text) => (text === "" ? null : text));

/** The name appears in mails: no link, and no marks that turn the direction of text. */
const companyName = line(200).refine(
  (name) =>
    name !== null && !/:\/\/|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(name.normalize("NFKC")),
);

const digits = (text: string) => text.replace(/\s/g, "");

/** What the supplier recorded about an account, as typed; an empty field removes the value. */
export const ACCOUNT_DETAILS = {
  companyName,
  siret: z
    .string()
    .transform(digits)
    .refine((text) => text === "" || isSiret(text))
    .transform((text) => text || null),
  routingCode: line(100),
  electronicAddress: line(125),
  checkedOn: z
    .string()
    .transform(clean)
    .refine((text) => text === "" || isPlainDate(text))
    .transform((text) => text || null),
  adviserName: line(120),
  adviserEmail: z
    .string()
    .transform((text) => (clean(text) === "" ? null : normalizeMailAddress(text)))
    .refine((text) => text === null || isMailAddress(text)),
  adviserPhone: line(40),
} as const;

export type DetailField = keyof typeof ACCOUNT_DETAILS;

/** The fields of the form of the company, and of the form of its adviser. */
export const DETAIL_FORMS = {
  identity: ["companyName", "siret", "routingCode", "electronicAddress", "checkedOn"],
  adviser: ["adviserName", "adviserEmail", "adviserPhone"],
} as const satisfies Record<string, readonly DetailField[]>;
