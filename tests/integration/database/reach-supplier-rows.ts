import { randomBytes, randomUUID } from "node:crypto";
import type { Add, Named, Owner } from "./reach-parts";

const NOW = "2026-11-20T10:00:00Z";

/** A correction of the account's address by an adviser, with the change of address that it belongs to. */
export async function addCorrection(add: Add, owner: Owner, account: string, adviser: string): Promise<void> {
  const [correction, change] = [randomUUID(), randomUUID()];
  const tenant = { supplier_id: owner.supplier, account_id: account };
  await add(
    "account_corrections",
    { ...owner, account, user: adviser },
    { id: correction, ...tenant, field: "email", old_value: "a@b.example", changed_by: adviser, at: NOW },
  );
  await add(
    "address_changes",
    { ...owner, account },
    {
      ...{ id: change, ...tenant, correction_id: correction, group_id: change },
      ...{
        new_email: "c@b.example",
        is_same_person: false,
        keeps_member: false,
        state: "applied",
        created_at: NOW,
      },
    },
  );
}

/** The link by which the member asked to attach the administrator of the other account. */
export async function addAttachment(
  add: Add,
  owner: Owner,
  named: Named,
  askingUserId: string,
): Promise<void> {
  await add(
    "tokens",
    { ...owner, isAttachment: true, namedBy: [named.sessionId] },
    {
      id: randomUUID(),
      purpose: "attachment",
      supplier_id: owner.supplier,
      user_id: named.otherUserId,
      asking_user_id: askingUserId,
      email: `second-${named.email}`,
      token_hash: randomBytes(32),
      created_at: NOW,
    },
  );
}

/** A note of a member of staff on the account. */
export async function addNote(add: Add, owner: Owner, account: string, author: string): Promise<void> {
  const note = { supplier_id: owner.supplier, account_id: account, author_user_id: author };
  await add(
    "account_notes",
    { ...owner, account, user: author },
    { id: randomUUID(), ...note, text: "note", created_at: NOW },
  );
}

/** An answer template of the supplier, and a contact to whom its staff may pass a request on. */
export async function addAnswerRows(add: Add, owner: Owner, slug: string): Promise<void> {
  await add("answer_templates", owner, {
    id: randomUUID(),
    supplier_id: owner.supplier,
    title: "Réponse",
    texts: "{}",
    created_at: NOW,
    updated_at: NOW,
  });
  await add("request_contacts", owner, {
    id: randomUUID(),
    supplier_id: owner.supplier,
    name: "Atelier",
    email: `atelier@${slug}.example`,
    created_at: NOW,
  });
}

/** A file that was refused. */
export async function addRefusedFile(add: Add, owner: Owner): Promise<void> {
  await add("refused_files", owner, {
    id: randomUUID(),
    supplier_id: owner.supplier,
    sha256: randomBytes(32),
    file_name: "refusee.pdf",
    size: 1,
    reason: "metadata",
    problems: "[]",
    first_refused_at: NOW,
    last_refused_at: NOW,
    source: "api",
  });
}

/** What the supplier announced for an account. */
export async function addAnnouncement(add: Add, owner: Owner, account: string): Promise<void> {
  await add(
    "invoice_announcements",
    { ...owner, account },
    {
      supplier_id: owner.supplier,
      account_id: account,
      month: "2026-11",
      currency: "EUR",
      document_count: 1,
      total_minor: 100,
      announced_at: NOW,
    },
  );
}

/** What background work notes of a supplier: turns of its mails, notices, how far a raise and the ledger's check came. */
export async function addWorkOfSupplier(add: Add, owner: Owner): Promise<void> {
  const supplier_id = owner.supplier;
  await add("supplier_sending", owner, { supplier_id });
  await add("refusal_notices", owner, { supplier_id, told_at: NOW, mails_told: 1 });
  await add("retention_raises", owner, { supplier_id, months: 36, started_at: NOW, done_sequence: 0 });
  const hash = Buffer.alloc(32);
  await add("ledger_checks", owner, {
    ...{ supplier_id, sequence: 0, hash, round_started_at: NOW, checked_at: NOW },
  });
}
