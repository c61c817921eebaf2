import type { InvoicePaths } from "@/lib/formats/invoice-paths";
import type { InvoicePayment } from "@/lib/formats/invoice-reading";
import type { ValueChecker } from "@/lib/formats/value-checker";
import { readText, select, type XmlElement } from "@/lib/formats/xml-element";

/** How the invoice is paid (BG-16): the means of the first instruction, and the first account of that means. */
export function mapPayment(
  root: XmlElement,
  { payment: paths }: InvoicePaths,
  check: ValueChecker,
): InvoicePayment {
  const instructions = select(root, paths.each).map((element) => ({
    means: readText(element, paths.means),
    account: readText(element, paths.account),
  }));
  const means = instructions.find((one) => one.means !== null)?.means ?? null;
  const account = instructions.find((one) => one.means === means && one.account !== null)?.account ?? null;
  return {
    means: check.text(means, { field: "payment.means", term: "BT-81" }),
    account: check.text(account, { field: "payment.account", term: "BT-84" }),
  };
}
