import { z } from "zod";
import type { Asked } from "@/emails/asked";
import { PREFERENCES } from "@/lib/preferences";

const wanted = z.object({
  address: z.string().nullable(),
  preference: z.enum(PREFERENCES).nullable(),
  document: z.object({ number: z.string(), issuedOn: z.string().nullable() }).nullable(),
});

/** The `details` of a row of `customer_requests`, beside its message. */
export function writeAsked({ message, ...rest }: Asked): { wanted: z.infer<typeof wanted>; message: string } {
  return { wanted: rest, message: message.join("\n") };
}

/** Reads the details back. */
export function readAsked(row: { wanted: unknown; message: string }): Asked {
  return { ...wanted.parse(row.wanted), message: row.message === "" ? [] : row.message.split("\n") };
}
