import { beforeEach, describe, expect, it } from "vitest";
import { depositInvoice } from "@/lib/deposits/deposit-invoice";
import { getInvoice } from "@/lib/invoices/one/get-invoice";
import { openJoinedDocument } from "@/lib/invoices/original/open-joined-document";
import { originalResponse } from "@/lib/invoices/original/original-response";
import { testDatabase } from "@/tests/support/database";
import { fieldFile } from "@/tests/support/field-file";
import { makeAccount, makeSupplier, type TestAccount, type TestSupplier } from "@/tests/support/world";
import { makeCii, makePdf } from "@/tests/unit/formats/made-files";

let supplier: TestSupplier;
let account: TestAccount;

beforeEach(async () => {
  await testDatabase().reset();
  supplier = await makeSupplier();
  account = await makeAccount(supplier);
});

async function deposit(bytes: Uint8Array): Promise<string> {
  const metadata = { customerNumber: account.customerNumber };
  const file = { bytes, fileName: "f" };
  const result = await depositInvoice(supplier.keyViewer, file, metadata, { dryRun: false });
  if (!result.ok || !result.deposited.id) throw new Error(JSON.stringify(result));
  return result.deposited.id;
}

async function bytesOf(id: string, number: number): Promise<Buffer | null> {
  const file = await openJoinedDocument(account.member, id, number);
  return file && Buffer.from(await new Response(await file.read()).arrayBuffer());
}

describe("the documents joined to an invoice", () => {
  it("are listed with the invoice and sent byte for byte, as a download that the browser may not execute", async () => {
    const id = await deposit(fieldFile("ubl-with-embedded-pdf.xml"));
    expect((await getInvoice(account.member, id))?.joinedDocuments).toEqual(["Détail.pdf"]);
    const file = await openJoinedDocument(account.member, id, 1);
    if (!file) throw new Error("not found");
    const response = await originalResponse(new Request("http://localhost/"), file, "attachment", {
      owners: [],
    });
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": expect.stringMatching(/^attachment; .*D%C3%A9tail\.pdf/),
      "x-content-type-options": "nosniff",
      "content-security-policy": expect.stringContaining("sandbox"),
      "cache-control": "private, no-store",
    });
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(0, 8)
        .toString(),
    ).toBe("%PDF-1.4");
  });

  it("are the attachments of a PDF without the invoice XML", async () => {
    const pdf = await makePdf([
      { name: "conditions.txt", content: "Conditions" },
      { name: "factur-x.xml", content: makeCii({ "732 829 320 00074": "" }) },
      { name: "page.html", content: "<script>alert(1)</script>" },
    ]);
    const id = await deposit(await pdf.save());
    const names = (await getInvoice(account.member, id))?.joinedDocuments ?? [];
    expect([...names].sort()).toEqual(["conditions.txt", "page.html"]);
    const html = names.indexOf("page.html") + 1;
    expect((await bytesOf(id, html))?.toString()).toBe("<script>alert(1)</script>");
    expect((await openJoinedDocument(account.member, id, html))?.mediaType).toBe("application/octet-stream");
  });

  it("are not found with another number, nor by another account", async () => {
    const id = await deposit(fieldFile("ubl-with-embedded-pdf.xml"));
    for (const number of [0, 2, -1, 1.5, NaN, 2 ** 60]) expect(await bytesOf(id, number)).toBeNull();
    const other = await makeAccount(supplier);
    expect(await openJoinedDocument(other.administrator, id, 1)).toBeNull();
  });
});
