import { expect, it } from "vitest";
import { depositInvoice } from "@/lib/deposits/deposit-invoice";
import { getInvoice } from "@/lib/invoices/one/get-invoice";
import { openOriginal } from "@/lib/invoices/original/open-original";
import { originalResponse } from "@/lib/invoices/original/original-response";
import { makeNotificationMails } from "@/lib/notifications/make-notification-mails";
import { clockAt } from "@/tests/support/clock-file";
import { madeInvoice } from "@/tests/support/made-invoice";
import { asOwner, makeAccount, makeSupplier } from "@/tests/support/world";

it("two invoices deposited under one file name are saved, attached and sent under names of their own", async () => {
  clockAt("2026-11-30T10:00:00Z");
  const supplier = await makeSupplier();
  const account = await makeAccount(supplier, { preference: "attachment" });
  await asOwner(
    (sql) => sql`
      update accounts set email = 'compta@essai.example', email_source = 'api', activation_queued_at = now()
      where id = ${account.id}`,
  );
  const names: string[] = [];
  for (const number of ["FA 12/2026", "FA 13/2026"]) {
    const { bytes } = madeInvoice({ customerNumber: account.customerNumber, number });
    const file = { bytes, fileName: "facture.xml" };
    const result = await depositInvoice(supplier.keyViewer, file, {}, { dryRun: false });
    const id = (result.ok && result.deposited.id) || "";
    expect((await getInvoice(account.member, id))?.fileName).toBe("facture.xml");
    const original = await openOriginal(account.member, id);
    if (!original) throw new Error("The original is missing.");
    const request = new Request("http://localhost/");
    const response = await originalResponse(request, original, "attachment", { owners: [] });
    names.push(response.headers.get("content-disposition") ?? "");
    await response.body?.cancel();
  }
  expect(names).toEqual(
    ["FA-12-2026", "FA-13-2026"].map(
      (number) =>
        `attachment; filename="2026-11_LOUEUR_${number}.xml"; filename*=UTF-8''2026-11_LOUEUR_${number}.xml`,
    ),
  );
  await makeNotificationMails(new Date("2026-11-30T10:00:00Z"));
  const attached = await asOwner(
    (sql) =>
      sql`select props -> 'original' ->> 'fileName' as name from mails where kind = 'notification_attachment'`,
  );
  expect(attached.map(({ name }) => String(name)).sort()).toEqual([
    "2026-11_LOUEUR_FA-12-2026.xml",
    "2026-11_LOUEUR_FA-13-2026.xml",
  ]);
});
