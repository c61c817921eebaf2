import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import { makeFacturX } from "@/scripts/demo/make-factur-x";
import { demo, demoUser } from "@/tests/support/demo";
import { invoiceSpec } from "@/tests/support/made-invoice";
import { browserErrors, signIn } from "@/tests/support/portal-page";
import { today } from "@/tests/support/test-days";

const run = promisify(execFile);

test("a supplier deposits a folder, the customer finds the invoice, reads it and downloads exactly those bytes", async ({
  page,
}, info) => {
  const user = demoUser("administrator", "mobilize-lease");
  const number = `E2E-${info.project.name}-${Date.now()}`;
  const folder = mkdtempSync(join(tmpdir(), "e-facture-story-"));
  mkdirSync(join(folder, "novembre"));
  const bytes = await makeFacturX(
    invoiceSpec({ number, issuedOn: today(), dueOn: undefined, customerNumber: user.customerNumber ?? "" }),
  );
  writeFileSync(join(folder, "novembre", "facture.pdf"), bytes);
  writeFileSync(join(folder, "notes.txt"), "not an invoice");

  const first = await depositFolder(folder);
  expect(first).toMatch(/1\s+accepted/);
  expect(first).toMatch(/1\s+ignored/);
  expect(await depositFolder(folder)).toMatch(/1\s+already there/);
  const report = readFileSync(join(folder, "report.csv"), "utf8");
  expect(report).toContain(createHash("sha256").update(bytes).digest("hex"));

  const errors = browserErrors(page);
  await signIn(page, user);
  await page.getByRole("link", { name: number, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Facture ${number}`);
  await expect(page.getByText("1 200,00 €".replaceAll(" ", "\u00a0")).first()).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: /^Télécharger l’original/ }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(new RegExp(`^\\d{4}-\\d\\d_[A-Z-]+_${number}\\.pdf$`));
  await page.locator("summary").filter({ hasText: "Fichiers" }).click();
  await expect(page.getByText("Déposé sous le nom facture.pdf")).toBeVisible();
  const saved = readFileSync(await download.path());
  expect(saved.equals(bytes)).toBe(true);
  expect(errors).toEqual([]);
  rmSync(folder, { recursive: true });
});

test(
  "a file of 19 MB is deposited through the API and downloaded unchanged",
  { tag: "@any-size" },
  async ({ page, request }, info) => {
    const user = demoUser("administrator", "mobilize-lease");
    const number = `E2E-${info.project.name}-19MB-${Date.now()}`;
    const spec = invoiceSpec({
      number,
      issuedOn: today(),
      dueOn: undefined,
      customerNumber: user.customerNumber ?? "",
    });
    const bytes = await makeFacturX(spec, { annexBytes: 19_000_000 });
    expect(bytes.byteLength).toBeGreaterThan(19_000_000);
    const response = await request.post("/api/v1/invoices", {
      headers: { authorization: `Bearer ${demo().supplierKeys["mobilize-lease"]}` },
      multipart: { file: { name: "grande.pdf", mimeType: "application/pdf", buffer: Buffer.from(bytes) } },
    });
    expect(response.status()).toBe(201);
    const { id, sha256, size } = await response.json();
    expect(size).toBe(bytes.byteLength);
    await signIn(page, user);
    const original = await page.request.get(`/invoices/${id}/original`);
    expect(
      createHash("sha256")
        .update(await original.body())
        .digest("hex"),
    ).toBe(sha256);
  },
);

async function depositFolder(folder: string): Promise<string> {
  const { url, supplierKeys } = demo();
  const options = [
    "--supplier",
    "mobilize-lease",
    "--url",
    url,
    "--key",
    supplierKeys["mobilize-lease"] ?? "",
  ];
  const { stdout } = await run(process.execPath, [
    "scripts/run.mjs",
    "--without-database",
    "scripts/deposit.ts",
    ...options,
    "--report",
    join(folder, "report.csv"),
    folder,
  ]);
  return stdout;
}
