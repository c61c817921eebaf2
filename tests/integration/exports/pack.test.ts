import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { now } from "@/lib/clock";
import { addDays, todayIn } from "@/lib/dates";
import { openExport } from "@/lib/exports/open-export";
import { recordDownloads } from "@/lib/invoices/readings/record-downloads";
import { sessionOf, setProvenAddress } from "@/tests/integration/persons/person-world";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import { INDEX_WORDS } from "@/tests/support/index-words";
import { createTemporaryFolder, removeTemporaryFolder } from "@/tests/support/temporary-folder";
import {
  asOwner,
  makeAccount,
  makeSupplier,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";
import { bytesOf, drained, opened, openFiles, spoil, storeInvoices, unpacked, withdraw } from "./pack-world";

let supplier: TestSupplier;
let account: TestAccount;
const session = () => sessionOf(account.identifiers.administrator);

beforeEach(async () => {
  clockAt("2026-11-23T09:00:00Z");
  await testDatabase().reset();
  supplier = await makeSupplier();
  account = await makeAccount(supplier, { customerNumber: "204 118" });
});

/** Checks a pack with the system's own tool, as its reader would. */
function checkSums(files: { name: string; bytes: Buffer }[]): string {
  const folder = createTemporaryFolder("pack");
  try {
    for (const { name, bytes } of files) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), bytes);
    }
    const [command, ...first] = process.platform === "darwin" ? ["shasum", "-a", "256"] : ["sha256sum"];
    return execFileSync(command ?? "", [...first, "-c", "SHA256SUMS"], { cwd: folder, encoding: "utf8" });
  } finally {
    removeTemporaryFolder(folder);
  }
}

describe("a pack", () => {
  it("contains unchanged originals and credit notes, both indexes, and checksums that sha256sum -c accepts", async () => {
    const stored = await storeInvoices(supplier, account, [
      { number: "F-2026-000123", issued_on: "2026-10-14" },
      { number: "AV 7/26", issued_on: "2026-10-15", type: "credit_note", total_with_vat_minor: -1_250 },
      { number: "X-1", issued_on: "2026-10-13", format: "cii", media_type: "application/xml" },
    ]);
    const exported = await opened(await session(), "format=zip&from=2026-10-01&to=2026-10-31");
    expect([exported.fileName, exported.mediaType]).toEqual([
      "2026-10_LOUEUR_204-118.zip",
      "application/zip",
    ]);
    const zip = await bytesOf(exported);
    expect(zip.length).toBe(exported.size);
    const { files, originals } = unpacked(zip);
    expect(originals.map(({ name }) => name)).toEqual([
      "2026-10_LOUEUR_AV-7-26.pdf",
      "2026-10_LOUEUR_F-2026-000123.pdf",
      "2026-10_LOUEUR_X-1.xml",
    ]);
    expect(originals.map(({ bytes }) => bytes)).toEqual([1, 0, 2].map((at) => stored[at]?.bytes));
    expect(files.some(({ isCompressed }) => isCompressed)).toBe(false);
    expect(originals[0]?.modifiedAt).toEqual(new Date("2026-11-20T10:00:00Z"));
    expect(checkSums(files).match(/: OK$/gm)).toHaveLength(5);
    const csv = files.find(({ name }) => name === "index.csv")?.bytes.toString("utf8") ?? "";
    expect(csv.split("\r\n")[1]).toMatch(
      /^"2026-10_LOUEUR_AV-7-26\.pdf";"AV 7\/26";"Avoir";2026-10-15;;.*;-12,50;/,
    );
  });

  it("has the same bytes when requested again, and another ETag when anything differs", async () => {
    await storeInvoices(supplier, account, [{}, {}, {}]);
    const [one, again] = [
      await opened(await session(), "format=zip"),
      await opened(await session(), "format=zip"),
    ];
    clockAt("2026-11-23T11:30:00Z");
    expect(await bytesOf(again)).toEqual(await bytesOf(one));
    expect(again.etag).toBe(one.etag);
    const [late] = await storeInvoices(supplier, account, [{}]);
    const more = await opened(await session(), "format=zip");
    expect(more.etag).not.toBe(one.etag);
    await withdraw(late?.id ?? "");
    expect((await opened(await session(), "format=zip")).etag).toBe(one.etag);
  });

  it("never contains invoices of another account, for any query", async () => {
    const other = await makeAccount(supplier);
    const [otherInvoice] = await storeInvoices(supplier, other, [
      { number: "THEIRS-1", contracts: "{CC-9}" },
    ]);
    const [ownInvoice] = await storeInvoices(supplier, account, [{ number: "MINE-1" }]);
    for (const query of [
      "",
      "scope=all",
      "q=",
      "leaving=90",
      `id=${otherInvoice?.id}`,
      `account=${other.id}`,
    ]) {
      const result = await openExport(
        await session(),
        new URLSearchParams(`from=2000-01-01&${query}`),
        INDEX_WORDS,
      );
      const ids = result.ok ? result.export.originals.flatMap((one) => one.ids) : [];
      expect(ids.filter((id) => id !== ownInvoice?.id)).toEqual([]);
    }
    expect(await openExport(await session(), new URLSearchParams("q=THEIRS-1"), INDEX_WORDS)).toEqual({
      ok: false,
      reason: "empty",
    });
  });

  it("can contain the invoices that will be removed soon, or those of them that nobody has downloaded", async () => {
    const today = todayIn("Europe/Paris", now().getTime());
    const stored = await storeInvoices(
      supplier,
      account,
      [3, 7, 8, 30, 31, 90, 91].map((days) => ({
        issued_on: "2024-12-01",
        remove_after: addDays(today, days),
      })),
    );
    await recordDownloads(account.member, [stored[1]?.id ?? ""]);
    const exportedIndexes = async (query: string) => {
      const ids = (await opened(await session(), query)).originals.flatMap((one) => one.ids);
      return ids.map((id) => stored.findIndex((one) => one.id === id)).sort();
    };
    expect(await exportedIndexes("leaving=7")).toEqual([0, 1]);
    expect(await exportedIndexes("leaving=30")).toEqual([0, 1, 2, 3]);
    expect(await exportedIndexes("leaving=90")).toEqual([0, 1, 2, 3, 4, 5]);
    expect(await exportedIndexes("leaving=30&untaken=1")).toEqual([0, 2, 3]);
    expect(await openExport(await session(), new URLSearchParams("leaving=31"), INDEX_WORDS)).toMatchObject({
      ok: false,
    });
  });

  it("is one archive for all companies of a person: one folder per company, one index, one list of checksums", async () => {
    const elsewhere = await makeSupplier();
    const second = await makeAccount(elsewhere, { customerNumber: "DL-48210" });
    const third = await makeAccount(supplier);
    const own = [account, second, third];
    for (const { identifiers } of own) await setProvenAddress(identifiers.administrator, "moi@essai.example");
    // The same company is a customer of two suppliers.
    await asOwner((sql) => sql`update companies set name = 'Fret & Fils' where id = ${account.companyId}`);
    await asOwner((sql) => sql`update companies set name = 'Fret & Fils' where id = ${second.companyId}`);
    await asOwner((sql) => sql`update suppliers set name = 'Autre Bailleur' where id = ${elsewhere.id}`);
    const stranger = await makeAccount(supplier);
    const number = "F-1";
    const stored = [
      ...(await storeInvoices(supplier, account, [{ number, seller_key: "a" }])),
      ...(await storeInvoices(elsewhere, second, [{ number }, { number: "AV-2", type: "credit_note" }])),
    ];
    await storeInvoices(supplier, stranger, [{ number, seller_key: "c" }]);
    const exported = await opened(await session(), "scope=all");
    expect(exported.fileName).toBe("2026-11_E-Facture.zip");
    const { files, originals } = unpacked(await bytesOf(exported));
    expect(files.slice(0, 3).map(({ name }) => name)).toEqual(["index.csv", "index.xlsx", "SHA256SUMS"]);
    const paths = [
      "Fret-Fils_AUTRE_DL-48210/2026-11_AUTRE_AV-2.pdf",
      "Fret-Fils_AUTRE_DL-48210/2026-11_AUTRE_F-1.pdf",
      "Fret-Fils_LOUEUR_204-118/2026-11_LOUEUR_F-1.pdf",
    ];
    expect(originals.map(({ name }) => name)).toEqual(paths);
    expect(originals.map(({ bytes }) => bytes)).toEqual([2, 1, 0].map((at) => stored[at]?.bytes));
    expect(checkSums(files).match(/: OK$/gm)).toHaveLength(5);
    const index = (await bytesOf(await opened(await session(), "scope=all&format=csv"))).toString("utf8");
    expect(files[0]?.bytes.toString("utf8")).toBe(index);
    const lines = index.trimEnd().split("\r\n").slice(1);
    const cells = lines.map((line) => line.split(";").map((cell) => cell.replace(/^"|"$/g, "")));
    expect(cells.map((line) => [line[0], line[7], line[9], line[10]])).toEqual([
      [paths[0], "Autre Bailleur", "Fret & Fils", "DL-48210"],
      [paths[1], "Autre Bailleur", "Fret & Fils", "DL-48210"],
      [paths[2], "Loueur Essai", "Fret & Fils", "204 118"],
    ]);
    expect(exported.originals.map(({ viewer }) => viewer.userId)).toEqual([
      second.administrator.userId,
      account.administrator.userId,
    ]);
    expect((await opened(await session(), "")).originals.flatMap(({ ids }) => ids)).toHaveLength(1);
  });

  it("fails when a file is not what was deposited", async () => {
    const stored = await storeInvoices(supplier, account, [{}, {}, {}]);
    await spoil(stored[1]);
    await expect(bytesOf(await opened(await session(), ""))).rejects.toThrow(
      /not that of the deposited file/,
    );
    expect(openFiles()).toEqual([]);
  });

  it("fails when an invoice is withdrawn before it is sent; the next pack is complete without it", async () => {
    const stored = await storeInvoices(
      supplier,
      account,
      Array.from({ length: 120 }, () => ({})),
    );
    const exported = await opened(await session(), "");
    const chunks = exported.read();
    for (let taken = 0; taken < 20; taken += 1) await chunks.next();
    const last = exported.originals[0]?.ids.at(-1) ?? "";
    await withdraw(last);
    await expect(drained(chunks)).rejects.toThrow(/withdrawn while the pack/);
    const again = unpacked(await bytesOf(await opened(await session(), "")));
    expect(again.originals).toHaveLength(stored.length - 1);
  });

  it("is refused as empty when it has no invoices", async () => {
    expect(await openExport(await session(), new URLSearchParams(), INDEX_WORDS)).toEqual({
      ok: false,
      reason: "empty",
    });
  });
});

describe("an index without a pack", () => {
  it("equals the index of the pack", async () => {
    await storeInvoices(supplier, account, [{}, {}]);
    const { files } = unpacked(await bytesOf(await opened(await session(), "format=zip")));
    for (const format of ["csv", "xlsx"]) {
      const exported = await opened(await session(), `format=${format}`);
      const bytes = await bytesOf(exported);
      expect(createHash("sha256").update(bytes).digest("hex")).toBe(
        createHash("sha256")
          .update(files.find(({ name }) => name === `index.${format}`)?.bytes ?? "")
          .digest("hex"),
      );
      expect([exported.size, exported.originals]).toEqual([bytes.length, []]);
      expect(exported.fileName).toBe(`2026-11_LOUEUR_204-118.${format}`);
    }
  });
});
