import { strict as assert } from "node:assert";
import type { AcceptedMail } from "@/tests/support/resend-stub";

/** How often each key occurs. */
export function tally(keys: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** The invoices of `label` that the text of a mail names, without duplicates. */
export function numbersIn({ mail }: AcceptedMail, label: string): string[] {
  return [...new Set(mail.text?.match(new RegExp(`\\b${label}-\\d+-\\d+\\b`, "g")) ?? [])];
}

/**
 * Checks by the accepted mails that every invoice of `label` is in exactly one mail, and that the mail went to its
 * account. Fails with the invoices that are missing or listed twice.
 */
export function expectEachInvoiceOnce(
  accepted: readonly AcceptedMail[],
  of: { label: string; accounts: number; invoicesPerAccount: number },
): void {
  const { label, accounts, invoicesPerAccount } = of;
  const counts = tally(accepted.flatMap((one) => numbersIn(one, label)));
  const wrong: string[] = [];
  for (let n = 1; n <= accounts; n += 1)
    for (let i = 1; i <= invoicesPerAccount; i += 1) {
      const number = `${label}-${n}-${i}`;
      const times = counts.get(number) ?? 0;
      if (times !== 1) wrong.push(`${number}: ${times} times`);
    }
  assert.deepEqual(wrong.slice(0, 10), [], `${wrong.length} invoices are not in exactly one accepted mail`);
  for (const one of accepted)
    for (const number of numbersIn(one, label))
      assert.match(one.mail.to, new RegExp(`^${number.replace(/-\d+$/, "").toLowerCase()}@`));
}
