import type { Count } from "@/lib/invoices/register/invoice-summary";

/** A count as the messages take it: « 27 factures », or « plus de 1 000 factures ». */
export function countArguments({ value, isCapped }: Count): { count: number; capped: "yes" | "no" } {
  return { count: value, capped: isCapped ? "yes" : "no" };
}
