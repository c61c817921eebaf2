import { describe, expect, it } from "vitest";
import * as digest from "@/emails/digest";
import { PreviewProps } from "@/emails/digest";
import type { MailDocument } from "@/emails/mail-frame";
import { webLink } from "@/emails/mail-link";
import type { Locale } from "@/lib/languages";
import { renderTemplate } from "@/lib/mails/writing/render-template";

const [first] = PreviewProps.documents;
if (!first) throw new Error("The preview lists no invoice.");
const invoice: MailDocument = first;

const digestOf = (documents: readonly MailDocument[], locale: Locale = "fr") =>
  renderTemplate(digest, { ...PreviewProps, locale, documents });

const many = (count: number): MailDocument[] =>
  Array.from({ length: count }, (_, index) => ({
    ...invoice,
    number: `FT-2026-${String(index).padStart(6, "0")}`,
    totalWithVat: "0.10",
    openUrl: webLink(`https://portail.example/d/${String(index).padStart(43, "x")}`),
  }));

describe("a digest", () => {
  it("adds up each currency separately, to the last digit", () => {
    const { text } = digestOf([
      { ...invoice, totalWithVat: "90071992547409.93" },
      { ...invoice, totalWithVat: "0.02" },
      { ...invoice, totalWithVat: "1500", currency: "JPY" },
      { ...invoice, totalWithVat: "1.234", currency: "TND" },
    ]);
    const totals = text.split("\n").filter((line) => line.startsWith("Total des factures"));
    expect(totals.map((line) => line.replace(/.*? {2,}/, ""))).toEqual([
      "90\u00a0071\u00a0992\u00a0547\u00a0409,95\u00a0€",
      "1\u00a0500\u00a0JPY",
      "1,234\u00a0TND",
    ]);
  });

  it("shows credit notes negative and subtracts them, for either sign in the original", () => {
    for (const totalWithVat of ["100.00", "-100.00"]) {
      const { text } = digestOf([invoice, { ...invoice, type: "credit_note", number: "AV-1", totalWithVat }]);
      expect(text).toMatch(/AV-1 .* −100,00\u00a0€\n/);
      expect(text).toMatch(/Total des avoirs +−100,00\u00a0€\n/);
      expect(text).toMatch(/Net +407,79\u00a0€\n/);
    }
  });

  it("groups by day of issue, the latest first, with credit notes separate", () => {
    const { text } = digestOf([
      { ...invoice, number: "A", issuedOn: "2026-11-02" },
      { ...invoice, number: "AV", type: "credit_note", issuedOn: "2026-11-09" },
      { ...invoice, number: "B", issuedOn: "2026-11-20" },
      { ...invoice, number: "C", issuedOn: "2026-11-02" },
    ]);
    const seen = text.match(/^(Émise?s? le .*|Avoirs|Factures|(?:A|AV|B|C)(?= ))/gm);
    expect(seen).toEqual([
      "Factures",
      "Émises le 20/11/2026",
      "B",
      "Émises le 02/11/2026",
      "A",
      "C",
      "Avoirs",
      "Émis le 09/11/2026",
      "AV",
    ]);
  });

  it("gives each document its own link, and one that opens all", () => {
    const { html } = digestOf(many(20));
    expect(new Set(html.match(/https:\/\/portail\.example\/d\/\w{43}/g)).size).toBe(20);
    expect(html).toContain(`href="${PreviewProps.allUrl}"`);
  });

  it("stays under the 102 kB that Gmail shows, for any number of invoices, and says how many are not listed", () => {
    const { html, text, subject } = digestOf(many(1234));
    expect(Buffer.byteLength(html)).toBeLessThan(95_000);
    expect(text).toContain("1\u00a0114 autres ne sont pas listées ici");
    expect(text).toMatch(/Total des factures +123,40\u00a0€/);
    expect(subject).toContain("1\u00a0234 factures\u00a0: 123,40\u00a0€");
    expect(digestOf(many(1234), "en").subject).toContain("1,234 invoices: €123.40");
  });

  it("shows the vehicle and the contract of each document below its number, on phones too", () => {
    expect(digestOf([invoice]).text).toContain("FT-2026-110610 GK-305-TR · LLD-88412 ");
    expect(digestOf([{ ...invoice, vehicles: [] }]).text).toContain("FT-2026-110610 LLD-88412 ");
    expect(digestOf([{ ...invoice, vehicles: [], contracts: [] }]).text).toMatch(/FT-2026-110610 +20\/12/);
    expect(digestOf([invoice]).html).not.toContain("display:none!important");
  });

  it("says when each invoice is paid, and no date for a credit note", () => {
    const { text } = digestOf([invoice, { ...invoice, type: "credit_note", number: "AV-1" }]);
    expect(text).toMatch(/FT-2026-110610 .* 20\/12\/2026 /);
    expect(text).not.toMatch(/AV-1 .* 20\/12\/2026/);
  });

  it("says in its subject how many, how much, and when the first one is paid", () => {
    const later = { ...invoice, dueOn: "2027-01-05", payment: { way: "transfer" as const, account: null } };
    const subject = (documents: readonly MailDocument[], locale?: Locale) =>
      digestOf(documents, locale).subject.replaceAll("\u00a0", " ");
    expect(subject([later, invoice])).toBe("2 factures : 1 015,58 €, premier prélèvement le 20/12");
    expect(subject([later])).toBe("1 facture : 507,79 €, échéance 5/1");
    expect(subject([invoice], "en")).toBe("1 invoice: €507.79, collected on 20 Dec");
    expect(subject([{ ...invoice, type: "credit_note" }])).toBe("1 avoir : −507,79 €");
    expect(subject([{ ...invoice, dueOn: null }])).toBe("1 facture : 507,79 €");
  });

  it("refuses an amount that is not a number", () => {
    expect(() => digestOf([{ ...invoice, totalWithVat: "12,50" }])).toThrow(/no amount/);
  });
});
