import { expect, it } from "vitest";
import { takeTurn } from "@/lib/limits/take-turn";
import { invoiceFile } from "@/tests/support/invoice-file";
import { resetToOneAccount } from "@/tests/support/world";
import { depositRequest, multipartBody, send } from "./deposit-request";

it("a long file waits for the turn of the supplier's other long file; a short one does not", async () => {
  const { supplier, account } = await resetToOneAccount();
  const deposit = (number: string, length: number) => {
    const { bytes, fileName } = invoiceFile({ customerNumber: account.customerNumber, number });
    // Spaces after the end of the document: still one XML document, of any size.
    const padded = Buffer.concat([bytes, Buffer.alloc(length, " ")]);
    const body = multipartBody([{ name: "file", bytes: padded, fileName }]);
    return send(depositRequest(supplier.key, body, { "content-length": String(body.length) }));
  };
  const held = await takeTurn("longDeposits", { owners: [`supplier:${supplier.id}`] });
  let isAnswered = false;
  const long = deposit("F-LONG", 3_000_000).finally(() => (isAnswered = true));
  expect((await deposit("F-SHORT", 0)).status).toBe(201);
  expect(isAnswered).toBe(false);
  held?.release();
  expect((await long).status).toBe(201);
});
