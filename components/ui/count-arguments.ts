import type { Count } from "@/lib/invoices/register/invoice-summary";

/** Returns a count as arguments of the messages: « 27 factures » or « plus de 1 000 factures ». */
export function countArguments({ value, isCapped }: Count): { count: number; capped: "yes" | "no" } {
  return { count: value, capped: isCapped ? "yes" : "no" };
}
