import { describe, expect, it } from "vitest";
import { readInvoiceQuery } from "@/lib/invoices/filter/invoice-query";
import type { InvoiceDetails } from "@/lib/invoices/one/get-invoice";
import { invoiceView } from "@/lib/invoices/one/invoice-view";
import type { InvoiceSurroundings } from "@/lib/invoices/one/open-surroundings";
import { account, ENTRY } from "./register/made-register";

const INVOICE: InvoiceDetails = {
  ...ENTRY,
  paymentMeans: null,
  paymentAccount: null,
  accountId: "account",
  typeCode: "380",
  sellerName: "Loueur",
  buyerName: "Perce-Neige",
  profile: null,
  mediaType: "application/pdf",
  fileName: "FT-1.pdf",
  xmlAttachment: null,
  joinedDocuments: [],
  size: 900,
  sha256: "ab",
  sequence: 7n,
  removeAfter: "2028-11-02",
  corrects: [],
  correctedBy: [],
};

const CREDIT_NOTE = {
  id: "2",
  number: "AV-1",
  type: "credit_note",
  typeCode: "381",
  issuedOn: "2026-11-05",
  currency: "EUR",
  signedWithVatMinor: -20_000n,
  namesOthers: false,
} as const;

const NOTHING: InvoiceSurroundings = {
  neighbours: { previous: null, next: null },
  events: [],
  contents: null,
};

const SUPPLIER = {
  ...{ slug: "", name: "Loueur", brandColor: "", timeZone: "Europe/Paris", retentionMonths: 24 },
  ...{ logo: null, languages: [], tradeWords: {} },
};

const view = (
  change: Partial<InvoiceDetails> = {},
  around: Partial<InvoiceSurroundings> = {},
  url = "q=FT&scope=all",
) =>
  invoiceView(
    { ...INVOICE, ...change },
    { ...NOTHING, ...around },
    {
      session: { viewer: account().viewer, supplier: SUPPLIER },
      query: readInvoiceQuery(new URLSearchParams(url)),
    },
  );

describe("the page of an invoice", () => {
  it.each([
    ["invoice", "380", "invoice"],
    ["invoice", "384", "corrective_invoice"],
    ["credit_note", "381", "credit_note"],
    ["credit_note", "384", "credit_note"],
  ] as const)("shows the type %s with the type code %s as %s", (type, typeCode, kind) => {
    expect(view({ type, typeCode }).kind).toBe(kind);
  });

  it("shows the VAT only when the file contains both totals", () => {
    expect([view().vatMinor, view({ signedWithoutVatMinor: null }).vatMinor]).toEqual([20_000n, null]);
  });

  it("links to the invoices of each contract and vehicle", () => {
    expect(view({ vehicles: ["AB 1"] })).toMatchObject({
      contracts: [{ name: "C-1", href: "/invoices?contract=C-1" }],
      vehicles: [{ name: "AB 1", href: "/invoices?vehicle=AB+1" }],
    });
  });

  it("says why a file with data was not read, and nothing about a PDF without data", () => {
    const notRead = (contents: InvoiceSurroundings["contents"]) => view({}, { contents }).notRead;
    expect([
      notRead(null),
      notRead({ ok: false, reason: "too_large" }),
      notRead({ ok: false, reason: "busy" }),
      notRead({ ok: false, reason: "no_data" }),
    ]).toEqual([null, "too_large", "busy", "unreadable"]);
  });

  it("links to the previous and the next invoice of the list, with their company if it is another", () => {
    const other = account({ isCurrent: false });
    const neighbours = { previous: { id: "1", account: account() }, next: { id: "3", account: other } };
    expect(view({}, { neighbours }).place).toEqual({
      listHref: "/invoices?q=FT&scope=all",
      previous: { href: "/invoices/1?q=FT&scope=all", company: null },
      next: { href: "/invoices/3?q=FT&scope=all", company: "Perce-Neige" },
    });
  });
});

describe("the history of an invoice", () => {
  const at = new Date("2026-11-04T23:30:00Z");
  const by = (userId: string) => ({ kind: "downloaded", at, by: { userId, label: "Noé" } }) as const;

  it("names colleagues but not the reader, and ends with the deposit", () => {
    expect(view({}, { events: [by("other"), by("user")] }).history).toEqual([
      { kind: "downloaded", at, by: "Noé" },
      { kind: "downloaded", at, by: null },
      { kind: "deposited", at: INVOICE.depositedAt, by: "Loueur", ledgerEntry: "7" },
    ]);
  });

  it("shows the day of the reader's download in the supplier's time zone", () => {
    expect(view({}, { events: [by("user")] }).downloadedOn).toBe("2026-11-05");
    expect(view({}, { events: [by("other")] }).downloadedOn).toBeNull();
  });
});

describe("the total of an invoice after credit notes", () => {
  const credited = (...correctedBy: InvoiceDetails["correctedBy"]) => view({ correctedBy }).credited;

  it("is reduced by each credit note", () => {
    const negative = { ...CREDIT_NOTE, id: "3", number: "AV-2", signedWithVatMinor: -30_000n };
    expect(credited(CREDIT_NOTE, negative)).toEqual({
      creditNotes: [
        { id: "2", number: "AV-1", amountMinor: -20_000n },
        { id: "3", number: "AV-2", amountMinor: -30_000n },
      ],
      netMinor: 70_000n,
    });
  });

  it("is not shown when it cannot be known", () => {
    expect(credited()).toBeNull();
    expect(credited({ ...CREDIT_NOTE, namesOthers: true })).toBeNull();
    expect(credited({ ...CREDIT_NOTE, currency: "USD" })).toBeNull();
    expect(credited(CREDIT_NOTE, { ...CREDIT_NOTE, type: "invoice", typeCode: "384" })).toBeNull();
    expect(view({ type: "credit_note", correctedBy: [CREDIT_NOTE] }).credited).toBeNull();
  });
});
