import { z } from "zod";
import type { RequestContent } from "@/emails/request-content";
import { PREFERENCES } from "@/lib/preferences";

const wanted = z.object({
  address: z.string().nullable(),
  preference: z.enum(PREFERENCES).nullable(),
  document: z
    .object({
      number: z.string(),
      issuedOn: z.string().nullable(),
      contract: z.string().nullish(),
      vehicle: z.string().nullish(),
    })
    .nullable(),
});

/** Returns the columns `wanted` and `message` of a row of `customer_requests`. */
export function toStoredRequest({ message, ...rest }: RequestContent): {
  wanted: z.infer<typeof wanted>;
  message: string;
} {
  return { wanted: rest, message: message.join("\n") };
}

/** Reads a request from its row. */
export function fromStoredRequest(row: { wanted: unknown; message: string }): RequestContent {
  return { ...wanted.parse(row.wanted), message: row.message === "" ? [] : row.message.split("\n") };
}
