"use server";

import { makeBatch } from "@/lib/accounting/make-batch";
import { refuse, say } from "@/lib/actions/answer";
import { hidden } from "@/lib/actions/fields";
import { customerAction } from "@/lib/actions/wrappers";
import { isPlainDate } from "@/lib/dates";
import { accountingWords } from "./accounting-words";

const PAGE = "/invoices/accounting";

/** Makes the batch that the preview showed: of this number and currency, without what was deposited since. */
export const makeBatchAction = customerAction(
  { number: hidden(9), currency: hidden(3), upTo: hidden(19), issuedThrough: hidden(10) },
  async (session, { number, currency, upTo, issuedThrough }) => {
    const choice = {
      // No batch has the number 0.
      number: /^\d{1,9}$/.test(number) ? Number(number) : 0,
      currency: /^[A-Z]{3}$/.test(currency) ? currency : "EUR",
      upTo: /^\d{1,18}$/.test(upTo) ? BigInt(upTo) : null,
      issuedThrough: isPlainDate(issuedThrough) ? issuedThrough : null,
    };
    const made = await makeBatch(session, choice, await accountingWords());
    if (!made.ok) return refuse(PAGE, made);
    const batchPage = `${PAGE}/${made.batchId}`;
    return say(batchPage, { made: made.invoices });
  },
);
