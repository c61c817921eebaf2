import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import type { StaffUser } from "@/lib/access/viewer";
import { now } from "@/lib/clock";
import { startWorkbook } from "@/lib/exports/xlsx-index";
import { applyImport } from "@/lib/imports/apply-import";
import { getImport } from "@/lib/imports/get-import";
import { startImport } from "@/lib/imports/start-import";
import { undoImport } from "@/lib/imports/undo-import";
import { workOnImports } from "@/lib/imports/work-on-imports";
import { temporaryDatabase } from "./temporary-database";

const LINES = 20_000;
const FEW_LINES = 2_000;

/**
 * The maximum growth of the process's memory (RSS) in megabytes. Most of it is the worker thread that reads a workbook,
 * because its library keeps a whole sheet in memory.
 */
const GROWTH_TARGET = 400;
/** The maximum ratio of the time per line in the large import to that in the small one. */
const RATIO_TARGET = 1.2;

const TITLES = ["N° client", "Raison sociale", "SIREN", "Adresse e-mail", "Envoi", "Conseiller"];

/**
 * Uploads a workbook of customers and applies it, uploads a second one that changes all addresses, applies it and
 * undoes it. The time per line is compared with that of an import of 2,000 lines in the same run: it must not grow
 * with the number of lines.
 */
export async function benchImports([lines = LINES]: number[] = []): Promise<void> {
  const database = await temporaryDatabase();
  try {
    const { owner } = database;
    console.log("\nimports: a workbook of six columns, lines per second\n");
    console.log("  lines    read+check   apply new   check   apply changes   undo   peak growth MB");
    const few = await importAndUndo(owner, FEW_LINES);
    const many = await importAndUndo(owner, lines);
    const ratio = many.msPerLine / few.msPerLine;
    console.log(`\n  time per line, many lines against few: ${ratio.toFixed(2)} (target: ${RATIO_TARGET})`);
    console.log(`  growth of memory: ${many.growth} MB (target: ${GROWTH_TARGET})`);
  } finally {
    await database.remove();
  }
}

async function importAndUndo(owner: postgres.Sql, lines: number) {
  const viewer = await addStaff(owner);
  const session = async () => ({ id: await addSession(owner, viewer), viewer });
  const start = memory();
  let peak = start;
  const watch = setInterval(() => (peak = Math.max(peak, memory())), 50);
  const measured: number[] = [];
  const measure = async (work: () => Promise<unknown>) => {
    const begin = performance.now();
    await work();
    measured.push(performance.now() - begin);
  };
  const upload = async (domain: string) => {
    const bytes = await workbook(lines, domain);
    let id = "";
    await measure(async () => {
      const started = await startImport(viewer, { bytes, fileName: "clients.xlsx" }, randomUUID());
      if (!started.ok) throw new Error(`Refused: ${started.reason}`);
      id = started.importId;
      await finish();
    });
    return id;
  };
  const apply = async (id: string) => {
    const found = await getImport(viewer, id);
    if (found?.counts.waiting !== lines) throw new Error(`Not ${lines} lines to apply.`);
    await applyImport(await session(), id, String(found.countToType ?? ""));
    await measure(finish);
  };
  // PostgreSQL does this itself within a minute: query plans made for empty tables are slow on full ones.
  await owner`analyze`;
  await apply(await upload("un.example"));
  const second = await upload("deux.example");
  await apply(second);
  await undoImport(await session(), second);
  await measure(finish);
  clearInterval(watch);
  const undone = (await getImport(viewer, second))?.counts.undone;
  if (undone !== lines) throw new Error(`${undone} of ${lines} lines were undone.`);
  const growth = Math.round((peak - start) / 1e6);
  const perSecond = measured.map((ms) => Math.round((lines * 1000) / ms).toLocaleString("en"));
  console.log(
    `  ${String(lines).padEnd(9)}${perSecond.map((text) => text.padStart(11)).join("")}${String(growth).padStart(12)}`,
  );
  return { msPerLine: measured.reduce((sum, ms) => sum + ms) / lines, growth };
}

const memory = () => process.memoryUsage().rss;

async function finish(): Promise<void> {
  await workOnImports(new Date(now().getTime() + 3_600_000));
}

async function workbook(lines: number, domain: string): Promise<Uint8Array> {
  const columns = TITLES.map((title, index) => ({
    title,
    width: 20,
    cell: (row: string[]) => ({ kind: "text" as const, text: row[index] ?? "" }),
  }));
  const book = startWorkbook(columns, "Clients");
  for (let from = 0; from < lines; from += 1_000)
    await book.add(
      Array.from({ length: Math.min(1_000, lines - from) }, (_, index) => {
        const n = from + index;
        return [`C-${n}`, `Société ${n}`, "", `compta-${n}@${domain}`, "récap", "Elsa Quimper"];
      }),
    );
  return book.finish(new Date());
}

async function addStaff(owner: postgres.Sql): Promise<StaffUser> {
  const [supplierId, userId] = [randomUUID(), randomUUID()];
  await owner`
    insert into suppliers (id, slug, name, legal_name, brand_color, sender_name, sender_address, reply_to, contact_email,
      created_at)
    values (${supplierId}, ${`s-${supplierId.slice(0, 8)}`}, 'Loueur', 'Loueur SA', '#0b4f6c', 'Loueur',
      'mails@loueur.example', 'mails@loueur.example', 'conseil@loueur.example', now())`;
  await owner`
    insert into users (id, identifier, name, role, password_hash, supplier_id, status, created_at)
    values (${userId}, ${`adviser-${userId}`}, 'Elsa', 'adviser', 'none', ${supplierId}, 'active', now())`;
  return { kind: "adviser", userId, supplierId };
}

/** A session with fresh proof. */
async function addSession(owner: postgres.Sql, { userId }: StaffUser): Promise<string> {
  const id = randomUUID();
  await owner`
    insert into sessions (id, user_id, stamp, created_at, last_seen_at, expires_at, proven_at)
    select ${id}, id, stamp, now(), now(), now() + interval '8 hours', now() from users where id = ${userId}`;
  return id;
}
