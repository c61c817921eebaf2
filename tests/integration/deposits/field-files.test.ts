import { readdirSync } from "node:fs";
import { AFRelationship } from "@cantoo/pdf-lib";
import { beforeAll, describe, expect, it } from "vitest";
import { openOriginal } from "@/lib/invoices/original/open-original";
import { testDatabase } from "@/tests/support/database";
import { fieldFile } from "@/tests/support/field-file";
import { makeAccount, makeSupplier, type TestAccount, type TestSupplier } from "@/tests/support/world";
import { bytesOf, makeCii, makePdf, makeRawPdf, makeUbl } from "@/tests/unit/formats/made-files";
import { faults, sendFile } from "../http/deposit-request";

let supplier: TestSupplier;
let account: TestAccount;

beforeAll(async () => {
  await testDatabase().reset();
  supplier = await makeSupplier();
  account = await makeAccount(supplier, { siren: "732829320" });
});

let count = 0;
const metadataOf = (isPlainPdf: boolean) => ({
  customerNumber: account.customerNumber,
  ...(isPlainPdf && {
    number: `P-${(count += 1)}`,
    issuedOn: "2026-11-20",
    currency: "EUR",
    totalWithVat: "10",
  }),
});

const PLAIN = ["pdf-padded-4096-nul.pdf", "owner-password-only-aes256.pdf", "same-number-1.pdf"];
const REFUSED: Record<string, string> = {
  "wrong-customer-siren-without-scheme.xml": "buyer_contradicts_account",
  "wrong-customer-vat-only.xml": "buyer_contradicts_account",
};
const FILES = readdirSync(new URL("../../fixtures/field/", import.meta.url)).filter(
  (name) => name !== "README.md",
);

describe("a real invoice file", () => {
  it.each(FILES)("is accepted and given back byte for byte, or refused with its reason: %s", async (name) => {
    const bytes = fieldFile(name);
    const sent = await sendFile(supplier.key, { bytes, fileName: name }, metadataOf(PLAIN.includes(name)));
    if (REFUSED[name]) return expect([sent.status, faults(sent)]).toEqual([422, [REFUSED[name]]]);
    expect([sent.status, faults(sent)]).toEqual([201, []]);
    const original = await openOriginal(account.member, String(sent.body.id));
    const stored = Buffer.from(await new Response(await original?.read()).arrayBuffer());
    expect(stored.equals(Buffer.from(bytes))).toBe(true);
  });

  it("is refused when metadata contradicts the UBL inside a PDF", async () => {
    const bytes = fieldFile("hybrid-pdf-with-ubl.pdf");
    const metadata = { ...metadataOf(false), number: "OTHER", totalWithVat: "1.00" };
    const sent = await sendFile(supplier.key, { bytes, fileName: "f.pdf" }, metadata);
    expect(sent.status).toBe(422);
    expect(new Set(faults(sent))).toEqual(new Set(["metadata_contradicts_file"]));
  });
});

describe("a due date in the metadata", () => {
  it.each([
    ["2026-12-31", 201],
    ["2027-01-31", 201],
    ["2027-02-28", 422],
  ])("may be any of the file's: %s is answered %i", async (dueOn, status) => {
    const xml = Buffer.from(fieldFile("two-payment-terms-out-of-order.xml")).toString();
    const bytes = Buffer.from(xml.replace("FIELD-TERMS", `TERMS-${dueOn}`));
    const sent = await sendFile(supplier.key, { bytes, fileName: "f.xml" }, { ...metadataOf(false), dueOn });
    expect(sent.status).toBe(status);
    if (status === 201) expect(sent.body.dueOn).toBe("2026-12-31");
  });
});

const half = (bytes: Uint8Array) => bytes.subarray(0, bytes.length / 2);
const hybrid = async (...attachments: Parameters<typeof makePdf>[0] & object) =>
  (await makePdf(attachments)).save();
const encrypted = async () => {
  const pdf = await makePdf([]);
  pdf.encrypt({ userPassword: "secret", ownerPassword: "owner" });
  return pdf.save();
};
const utf16 = (text: string) => bytesOf(`\ufeff${text.replace("UTF-8", "UTF-16")}`, "utf16le");

/** Broken and hostile files, with the reason why each is refused; null where the file is read. */
const HOSTILE: [string, () => Uint8Array | Promise<Uint8Array>, RegExp | null][] = [
  ["half an XML", () => half(bytesOf(makeCii())), /malformed xml/],
  ["half a PDF", async () => half(await hybrid()), /malformed pdf \(truncated/],
  ["half an XML in UTF-16", () => half(utf16(makeUbl())), /malformed xml/],
  ["a UTF-16 file of an odd length", () => utf16(makeUbl()).subarray(0, -1), /malformed xml \(not utf-16le/],
  ["Latin 1 without a declaration", () => bytesOf(makeCii(), "latin1"), /malformed xml \(not utf-8/],
  ["a declared EBCDIC", () => bytesOf(makeCii({ "UTF-8": "ibm-297" })), /unsupported encoding \(ibm-297/],
  ["an envelope of two invoices", () => bytesOf(`<a>${makeUbl()}${makeUbl()}</a>`), /2 invoices/],
  ["an envelope around a PDF in base64", () => bytesOf(`<a><b>JVBERi0xLjQK</b></a>`), /unknown root/],
  ["a ZIP", () => bytesOf("PK\u0003\u0004aaaaaaaaaaaa", "latin1"), /unknown format/],
  ["a web page", () => bytesOf("<!doctype html><title>404</title>"), /doctype/],
  ["an error as JSON", () => bytesOf('{"error":"not found"}'), /unknown format/],
  ["only zero bytes", () => new Uint8Array(4096), /unknown format/],
  ["a PDF that asks for a password", encrypted, /encrypted pdf \(a password is needed/],
  ["a PDF whose key is nonsense", () => makeRawPdf("/X 1", ["trailer<</Encrypt 5>>"]), /encrypted pdf/],
  [
    "a PDF encrypted by an unknown handler",
    () => makeRawPdf("", ["3 0 obj<</Filter/Acme/V 9>>endobj trailer<</Encrypt 3 0 R>>"]),
    /encrypted pdf \(unknown security handler/,
  ],
  [
    "a PDF encrypted with broken values",
    () => makeRawPdf("", ["3 0 obj<</Filter/Standard/V 5/R 6/U()/O()>>endobj trailer<</Encrypt 3 0 R>>"]),
    /encrypted pdf/,
  ],
  ["a factur-x.xml that is empty", () => hybrid({ name: "factur-x.xml", content: "" }), /factur-x\.xml/],
  [
    "a factur-x.xml that is a PDF",
    () => hybrid({ name: "factur-x.xml", content: "%PDF-1.4" }),
    /factur-x\.xml/,
  ],
  [
    "two XMLs, the first of which is broken",
    () =>
      hybrid(
        { name: "factur-x.xml", content: "<broken" },
        { name: "b.xml", content: makeCii({ "LOY-2026-0042": "TWO-1" }) },
      ),
    null,
  ],
  [
    "two XMLs that are both good",
    () =>
      hybrid(
        {
          name: "factur-x.xml",
          content: makeCii({ "LOY-2026-0042": "TWO-2" }),
          relationship: AFRelationship.Data,
        },
        { name: "ubl.xml", content: makeUbl() },
      ),
    null,
  ],
  [
    "attachments with odd names",
    () =>
      hybrid(
        { name: "../../x\u202e.exe", content: "a" },
        { name: "", content: "b" },
        { name: "é".repeat(400), content: "c" },
        { name: "f", content: makeCii({ "LOY-2026-0042": "ODD-1" }) },
      ),
    null,
  ],
];

describe("a broken or hostile file", () => {
  it.each(HOSTILE)("is read or refused with its reason: %s", async (_, make, reason) => {
    const sent = await sendFile(
      supplier.key,
      { bytes: await make(), fileName: "f" },
      { customerNumber: account.customerNumber },
    );
    if (reason === null) return expect([sent.status, faults(sent)]).toEqual([201, []]);
    expect([sent.status, faults(sent)]).toEqual([422, ["file_unreadable"]]);
    expect(sent.body.detail).toMatch(reason);
  });
});
