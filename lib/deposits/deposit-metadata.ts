import { z } from "zod";
import { isPlainDate } from "@/lib/dates";
import { INVOICE_NUMBER_LENGTH } from "@/lib/invoice-number";
import type { DepositProblem } from "./deposit-problem";

const text = (maxLength: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(maxLength)
    .refine((value) => !/\p{Cc}/u.test(value), "must not contain control characters")
    .refine((value) => value.isWellFormed(), "must not contain unpaired surrogates");
const date = z.string().refine(isPlainDate, "must be a calendar date, YYYY-MM-DD");
const amount = z
  .string('must be a decimal in quotes, such as "1234.50"')
  .regex(/^[+-]?\d+(\.\d+)?$/, 'must be a decimal such as "1234.50"');

/** A percentage, as text or as a JSON number. Amounts must be text, because a JSON number may be rounded. */
const rate = z
  .union([z.number().transform(String), z.string()], 'must be a percentage such as "20" or "5.5"')
  .pipe(z.string().regex(/^\d{1,3}(\.\d{1,4})?$/, 'must be a percentage such as "20" or "5.5"'));
/** The codes of UNCL 5305 that EN 16931 uses (BT-118). */
const category = z.enum(["S", "Z", "E", "AE", "K", "G", "O", "L", "M", "B"]);

/** The metadata that a supplier sends with a file. Strict, so that a misspelt field name is reported. */
const metadata = z.strictObject({
  customerNumber: text(64).optional(),
  number: text(INVOICE_NUMBER_LENGTH).optional(),
  type: z.enum(["invoice", "credit_note"]).optional(),
  issuedOn: date.optional(),
  dueOn: date.optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, "must be an ISO 4217 code such as EUR")
    .optional(),
  totalWithVat: amount.optional(),
  totalWithoutVat: amount.optional(),
  vat: z
    .array(z.strictObject({ category: category.optional(), rate, base: amount, amount }))
    .max(50)
    .optional(),
  contracts: z.array(text(100)).max(500).optional(),
  vehicles: z.array(text(40)).max(500).optional(),
  legalRole: z.enum(["original", "duplicate"]).optional(),
  confirmBuyer: z.boolean().optional(),
});

export type DepositMetadata = z.infer<typeof metadata>;

/** Reads the `metadata` part of a deposit and returns all problems together. A missing part counts as empty. */
export function parseMetadata(
  json: string | null,
): { ok: true; metadata: DepositMetadata } | { ok: false; problems: DepositProblem[] } {
  let value: unknown;
  try {
    value = json === null || json.trim() === "" ? {} : JSON.parse(json);
  } catch {
    return { ok: false, problems: [{ type: "metadata_invalid", detail: "metadata is not JSON." }] };
  }
  const result = metadata.safeParse(value);
  if (result.success) return { ok: true, metadata: result.data };
  return {
    ok: false,
    problems: result.error.issues.map((issue) => ({
      type: "metadata_invalid" as const,
      field: issue.path.join(".") || undefined,
      detail: `${issue.path.join(".") || "metadata"}: ${issue.message}`,
    })),
  };
}
