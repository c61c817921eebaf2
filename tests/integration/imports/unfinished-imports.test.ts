import { randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import { discardImport } from "@/lib/imports/discard-import";
import { getImport } from "@/lib/imports/get-import";
import { startImport } from "@/lib/imports/start-import";
import { MAX_UNFINISHED_IMPORTS } from "@/lib/imports/unfinished-imports";
import { testDatabase } from "@/tests/support/database";
import { asOwner } from "@/tests/support/world";
import { apply, type ImportWorld, makeImportWorld, upload } from "./import-world";

let world: ImportWorld;

beforeEach(async () => {
  await testDatabase().reset();
  world = await makeImportWorld();
});

const FULL = { ok: false, reason: "too_many_unfinished" } as const;

const file = (number: number) => ({ bytes: Buffer.from(`client;nom\nC-${number};Un`), fileName: "x.csv" });

it("files sent at once are accepted only up to the limit of unfinished imports, which applies to each supplier separately", async () => {
  const { adviser } = world;
  const started = await Promise.all(
    Array.from({ length: 12 }, (_, number) => startImport(adviser, file(number), randomUUID())),
  );
  const accepted = started.filter(({ ok }) => ok);
  expect(accepted).toHaveLength(MAX_UNFINISHED_IMPORTS);
  expect(started.filter(({ ok }) => !ok)).toEqual(Array(12 - MAX_UNFINISHED_IMPORTS).fill(FULL));
  const { adviser: other } = await makeImportWorld();
  expect(await startImport(other, file(1), randomUUID())).toMatchObject({ ok: true });
});

it("an import that is applied or discarded makes room, and the same form sent again returns the same import", async () => {
  const { adviser } = world;
  const form = randomUUID();
  const first = await upload(adviser, "client;nom\nC-0;Un", form);
  const second = await upload(adviser, "client;nom\nC-1;Un");
  for (let number = 2; number < MAX_UNFINISHED_IMPORTS; number += 1)
    await upload(adviser, `client;nom\nC-${number};Un`);
  expect(await startImport(adviser, file(9), randomUUID())).toEqual(FULL);
  expect(await upload(adviser, "client;nom\nC-0;Un", form)).toBe(first);
  await apply(adviser, first);
  await upload(adviser, "client;nom\nC-9;Un");
  expect(await startImport(adviser, file(10), randomUUID())).toEqual(FULL);
  expect(await discardImport(adviser, second)).toEqual({ ok: true });
  expect(await getImport(adviser, second)).toBeNull();
  expect(await startImport(adviser, file(10), randomUUID())).toMatchObject({ ok: true });
});

it("an import is discarded by its supplier only, and only before it was applied", async () => {
  const { adviser } = world;
  const id = await upload(adviser, "client;nom\nC-1;Un");
  const { adviser: stranger } = await makeImportWorld();
  expect(await discardImport(stranger, id)).toEqual({ ok: false, reason: "import_not_found" });
  expect(await discardImport(adviser, "x")).toEqual({ ok: false, reason: "import_not_found" });
  await apply(adviser, id);
  expect(await discardImport(adviser, id)).toEqual({ ok: false, reason: "import_started" });
  const [left] = await asOwner((sql) => sql`select count(*)::int as n from account_import_lines`);
  expect(left?.n).toBe(1);
});
