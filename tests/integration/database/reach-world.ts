import { randomBytes, randomUUID } from "node:crypto";
import type { Viewer } from "@/lib/access/viewer";
import { GENESIS_HASH } from "@/lib/ledger/ledger-entry";
import { asOwner } from "@/tests/support/world";
import { addReachAccount } from "./reach-account";
import { addAccounting } from "./reach-accounting";
import { KEYS } from "./reach-keys";
import type { AccountPlace, Add, AddPerson, Named, Owner } from "./reach-parts";
import { LATER, NOW, personAdder } from "./reach-person";
import { addImport, addPaperPack } from "./reach-staff-work";
import {
  addAnnouncement,
  addAnswerRows,
  addAttachment,
  addCorrection,
  addNote,
  addRefusedFile,
  addWorkOfSupplier,
} from "./reach-supplier-rows";

export interface OwnedRow extends Owner {
  table: string;
  /** The value of the table's key column (`KEYS`, else `id`). */
  key: string;
}

export interface SupplierPlace {
  id: string;
  /** The values by which the viewers `recovery`, `token_holder` and `person` of this supplier find their rows. */
  named: Named;
  staff: Record<"adviser" | "manager", string>;
  /** The adviser's session that views as the administrator of the first account. */
  viewSession: string;
  accounts: [AccountPlace, AccountPlace];
}

export interface ReachWorld {
  rows: OwnedRow[];
  suppliers: [SupplierPlace, SupplierPlace];
  operator: string;
}

/** Two suppliers with two accounts each, and a row in every table for each owner that the table allows. */
export function makeReachWorld(): Promise<ReachWorld> {
  return asOwner(async (sql) => {
    const rows: OwnedRow[] = [];
    const add = async (table: string, owner: Owner, values: Record<string, unknown>) => {
      await sql`insert into ${sql(table)} ${sql(values)}`;
      rows.push({ table, ...owner, key: String(values[KEYS[table] ?? "id"]) });
    };
    const nobody: Owner = { supplier: null, account: null, user: null };
    const operator = randomUUID();
    const addPerson = personAdder(add);
    await addPerson("operator", operator, nobody);
    await add("throttle_counters", nobody, {
      scope: "test",
      key_hash: randomBytes(32),
      attempts: 1,
      window_started_at: NOW,
      last_attempt_at: NOW,
    });
    // Written by a migration.
    for (const { key } of await sql<{ key: string }[]>`select job as key from job_runs`)
      rows.push({ table: "job_runs", ...nobody, key });
    await add("job_runs", nobody, { job: "test", expected_since: NOW });
    await add("installation", nobody, { app_url: "https://factures.example", adopted_at: NOW });
    const alert = randomUUID();
    await add("alerts", nobody, { id: alert, condition: "job_late", subject: "digest", wrong_since: NOW });
    await add("alert_calls", nobody, {
      ...{ id: randomUUID(), alert_id: alert, change: "opened", body: "{}" },
      ...{ created_at: NOW, next_try_at: NOW },
    });
    await add("form_answers", nobody, { key_hash: randomBytes(32), answer: "test", expires_at: LATER });
    const suppliers: ReachWorld["suppliers"] = [
      await addSupplier(add, addPerson, "un"),
      await addSupplier(add, addPerson, "deux"),
    ];
    // Written by triggers.
    for (const { key } of await sql<{ key: string }[]>`select ctid::text as key from account_search_words`)
      rows.push({ table: "account_search_words", ...nobody, key });
    return { rows, operator, suppliers };
  });
}

async function addSupplier(add: Add, addPerson: AddPerson, slug: string): Promise<SupplierPlace> {
  const id = randomUUID();
  const owner: Owner = { supplier: id, account: null, user: null };
  await add("suppliers", owner, {
    ...{ id, slug, name: slug, legal_name: slug },
    brand_color: "#0b4f6c",
    sender_name: slug,
    sender_address: "mails@loueur.example",
    reply_to: "mails@loueur.example",
    contact_email: "conseil@loueur.example",
    created_at: NOW,
  });
  const staff = { adviser: randomUUID(), manager: randomUUID() };
  await addPerson("adviser", staff.adviser, owner);
  await addPerson("manager", staff.manager, owner);
  await add("ledger_heads", owner, { supplier_id: id, sequence: 2, hash: Buffer.from(GENESIS_HASH, "hex") });
  await addWorkOfSupplier(add, owner);
  await add("supplier_keys", owner, {
    id: randomUUID(),
    supplier_id: id,
    name: "key",
    scopes: ["deposits"],
    prefix: "efk_1234",
    key_hash: randomBytes(32),
    created_at: NOW,
  });
  await add("mail_batches", owner, {
    id: randomUUID(),
    supplier_id: id,
    next_try_at: NOW,
    created_at: NOW,
  });
  const email = `${slug}@b.example`;
  const tokenHash = randomBytes(32);
  const named: Named = {
    email,
    tokenHash: tokenHash.toString("hex"),
    sessionId: randomUUID(),
    otherUserId: randomUUID(),
    adviserId: staff.adviser,
  };
  const token = { supplier_id: id, created_at: NOW };
  await add(
    "tokens",
    { ...owner, namedBy: [named.tokenHash, email] },
    { ...token, id: randomUUID(), purpose: "recovery", email, token_hash: tokenHash },
  );
  await add(
    "tokens",
    { ...owner, namedBy: [] },
    { ...token, id: randomUUID(), purpose: "recovery", email: "a@b.example", token_hash: randomBytes(32) },
  );
  await add(
    "mail_addresses",
    { ...owner, namedBy: [email] },
    {
      supplier_id: id,
      email,
      state: "bounced",
      reason: "test",
      at: NOW,
    },
  );
  await add("mail_events", owner, {
    id: `msg_${slug}`,
    message_id: slug,
    state: "sent",
    received_at: NOW,
  });
  await addAnswerRows(add, owner, slug);
  const accounts: [AccountPlace, AccountPlace] = [
    await addReachAccount(add, addPerson, id, 1, named),
    await addReachAccount(add, addPerson, id, 2, named),
  ];
  for (const author of Object.values(staff))
    for (const account of accounts) await addNote(add, owner, account.id, author);
  await addAttachment(add, owner, named, accounts[0].people.member);
  for (const account of accounts) await addCorrection(add, owner, account.id, staff.adviser);
  await addImport(add, owner, staff.adviser);
  await addRefusedFile(add, owner);
  for (const account of accounts) await addAnnouncement(add, owner, account.id);
  for (const account of accounts) await addAccounting(add, owner, account);
  await addPaperPack(add, owner, staff.adviser, accounts[0]);
  const viewSession = randomUUID();
  await add(
    "sessions",
    { ...owner, user: staff.adviser },
    {
      id: viewSession,
      user_id: staff.adviser,
      stamp: 1,
      created_at: NOW,
      last_seen_at: NOW,
      expires_at: LATER,
      view_as_user_id: accounts[0].people.administrator,
      view_as_reason: "a call",
      view_as_until: LATER,
    },
  );
  return { id, named, staff, viewSession, accounts };
}

/** Every kind of viewer, in the first account of `place`; the link also names a withdrawn invoice. */
export function viewersOf(world: ReachWorld, place: SupplierPlace): Viewer[] {
  const [account] = place.accounts;
  const { administrator, member } = account.people;
  const tenant = { accountId: account.id, supplierId: place.id };
  return [
    { kind: "anonymous" },
    {
      kind: "link",
      linkId: randomUUID(),
      accountId: account.id,
      invoiceIds: [account.invoice, account.withdrawn],
    },
    { kind: "administrator", userId: administrator, ...tenant },
    { kind: "member", userId: member, ...tenant },
    { kind: "customer_token", tokenId: randomUUID(), userId: administrator, ...tenant },
    { kind: "adviser", userId: place.staff.adviser, supplierId: place.id },
    { kind: "manager", userId: place.staff.manager, supplierId: place.id },
    { kind: "supplier_key", keyId: randomUUID(), supplierId: place.id },
    { kind: "operator", userId: world.operator },
    { kind: "recovery", supplierId: place.id, email: place.named.email },
    { kind: "token_holder", supplierId: place.id, tokenHash: place.named.tokenHash },
    { kind: "person", sessionId: place.named.sessionId, other: { userId: place.named.otherUserId } },
    {
      kind: "view_as",
      userId: administrator,
      staffId: place.staff.adviser,
      sessionId: place.viewSession,
      ...tenant,
    },
    { kind: "job" },
  ];
}
