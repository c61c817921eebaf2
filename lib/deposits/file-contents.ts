import { z } from "zod";
import type { InvoiceReading } from "@/lib/formats/invoice-reading";

/** The longest text and list of a refused file that are stored. */
const MAX_TEXT = 200;
const MAX_LIST = 20;

const text = z.string().nullable().catch(null);
const list = z.array(z.string()).catch([]);

/** What was read in a refused file, as it is stored and shown beside the correction form. */
const fileContents = z.object({
  number: text,
  type: z.enum(["invoice", "credit_note"]).nullable().catch(null),
  issuedOn: text,
  dueOn: text,
  currency: text,
  totalWithVat: text,
  totalWithoutVat: text,
  contracts: list,
  vehicles: list,
  sellerName: text,
  buyerName: text,
  buyerSirens: list,
  buyerVatNumber: text,
  buyerReference: text,
  hasVat: z.boolean().catch(false),
});

export type FileContents = z.infer<typeof fileContents>;

/** Reads stored contents. All fields are empty for a file without data, such as a plain PDF. */
export const parseContents = (stored: unknown): FileContents => fileContents.parse(stored ?? {});

/** The data that a file holds, cut to what is shown; null for a file that cannot be read or holds none. */
export function contentsOf(reading: InvoiceReading): FileContents | null {
  if (!reading.ok || !reading.fields) return null;
  const { fields } = reading;
  const short = (value: string | null) =>
    value && value.slice(0, MAX_TEXT).toWellFormed().replaceAll("\0", "");
  const shortList = (values: readonly string[]) => values.slice(0, MAX_LIST).map((one) => short(one) ?? "");
  return {
    number: short(fields.number),
    type: fields.type,
    issuedOn: short(fields.issuedOn),
    dueOn: short(fields.dueOn),
    currency: short(fields.currency),
    totalWithVat: short(fields.totalWithVat),
    totalWithoutVat: short(fields.totalWithoutVat),
    contracts: shortList(fields.contracts),
    vehicles: shortList(fields.vehicles),
    sellerName: short(fields.seller.name),
    buyerName: short(fields.buyer.name),
    buyerSirens: shortList(fields.buyer.sirens),
    buyerVatNumber: short(fields.buyer.vatNumber),
    buyerReference: short(fields.buyerReference),
    hasVat: fields.vat.length > 0,
  };
}
