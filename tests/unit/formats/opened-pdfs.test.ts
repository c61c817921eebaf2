import { describe, expect, it } from "vitest";
import { parseDocument } from "@/lib/formats/parse-document";
import { fieldFile } from "@/tests/support/field-file";
import { bytesOf, makeCii, makePdf } from "./made-files";
import { makeRevision5 } from "./revision-5-pdf";

const hybrid = async () => makePdf([{ name: "factur-x.xml", content: makeCii() }]);
const join = (...parts: (string | Uint8Array)[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part))));

describe("a PDF that every reader opens", () => {
  it.each([
    ["4,096 zero bytes", new Uint8Array(4096)],
    ["a line of text", "\n-- sent by a mail gateway --\n"],
    ["100 kB of random bytes", Uint8Array.from({ length: 100_000 }, (_, at) => (at * 7919) % 251)],
    ["a second end-of-file marker", "%%EOF\n%%EOF\n"],
  ])("is read with %s after its end", async (_, tail) => {
    const reading = await parseDocument(join(await (await hybrid()).save(), tail));
    expect(reading).toMatchObject({ format: "facturx", fields: { number: "LOY-2026-0042" } });
  });

  it.each([
    ["a byte order mark", "\ufeff"],
    ["blank lines", "\r\n\r\n"],
    ["printer commands", "\u001b%-12345X@PJL JOB\r\n@PJL ENTER LANGUAGE=PDF\r\n"],
    ["the head of a message", "Content-Type: application/pdf\r\n\r\n"],
    ["1,000 other bytes", "x".repeat(1000)],
  ])("is read with %s before its header", async (_, head) => {
    const reading = await parseDocument(join(head, await (await hybrid()).save()));
    expect(reading).toMatchObject({ format: "facturx", fields: { number: "LOY-2026-0042" } });
  });

  it.each(["pdf-padded-4096-nul.pdf", "owner-password-only-aes256.pdf"])("is read: %s", async (name) => {
    expect(await parseDocument(fieldFile(name))).toMatchObject({ ok: true, format: "pdf" });
  });

  it.each(["AES-256", "AES-128", "RC4-128", "RC4-40"] as const)(
    "is read with %s and an owner's password only, and refused with a user's",
    async (algorithm) => {
      for (const useObjectStreams of [true, false])
        for (const userPassword of ["", "secret"]) {
          const pdf = await hybrid();
          pdf.encrypt({ userPassword, ownerPassword: "owner", algorithm, allowWeakCryptography: true });
          const reading = await parseDocument(await pdf.save({ useObjectStreams }));
          expect(reading).toMatchObject(
            userPassword === ""
              ? { ok: true, fields: { number: "LOY-2026-0042" } }
              : { ok: false, reason: "encrypted_pdf", detail: "a password is needed" },
          );
        }
    },
  );

  it("is read with revision 5 (Acrobat 9) and an owner's password only, and refused with a user's", async () => {
    const { file, withPassword } = makeRevision5(makeCii());
    expect(await parseDocument(file)).toMatchObject({ ok: true, fields: { number: "LOY-2026-0042" } });
    expect(await parseDocument(withPassword)).toMatchObject({ ok: false, reason: "encrypted_pdf" });
  });

  it("is flagged for active content that is encrypted", async () => {
    const pdf = await hybrid();
    pdf.addJavaScript("main", "app.alert(1)");
    pdf.encrypt({ userPassword: "", ownerPassword: "owner" });
    expect(await parseDocument(await pdf.save())).toMatchObject({ ok: true, hasActiveContent: true });
  });
});

describe("a truncated PDF", () => {
  const update = "7 0 obj<</A 1>>endobj\nxref\n0 1\n0000000000 65535 f \ntrailer<<";
  it.each<[string, () => Promise<Uint8Array>]>([
    ["without its end", async () => (await (await hybrid()).save()).subarray(0, -7)],
    ["in the middle of an update", async () => join(await (await hybrid()).save(), update)],
    [
      "after the first page of a linearized file",
      async () =>
        bytesOf(
          "%PDF-1.4\n1 0 obj<</Linearized 1/L 99999/N 1>>endobj\n2 0 obj<</Type/Catalog/Pages 3 0 R>>endobj\n" +
            "3 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 2 0 R>>\nstartxref\n0\n%%EOF\n",
        ),
    ],
  ])("%s is refused", async (_, make) => {
    expect(await parseDocument(await make())).toMatchObject({ ok: false, detail: "truncated" });
  });
});
