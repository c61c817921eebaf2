import { randomBytes, randomUUID } from "node:crypto";
import type { AccountPlace, Add, AddPerson, Named, Owner } from "./reach-parts";

const NOW = "2026-11-20T10:00:00Z";
const LATER = "2027-02-20T10:00:00Z";

/** An account with two people, an invoice, a withdrawn one, and every row that can belong to them. */
export async function addReachAccount(
  add: Add,
  addPerson: AddPerson,
  supplier: string,
  index: number,
  named: Named,
): Promise<AccountPlace> {
  const account = randomUUID();
  const owner: Owner = { supplier, account, user: null };
  const tenant = { supplier_id: supplier, account_id: account };
  const company = randomUUID();
  await add("companies", owner, { id: company, supplier_id: supplier, name: "Entreprise", created_at: NOW });
  await add("accounts", owner, {
    id: account,
    supplier_id: supplier,
    company_id: company,
    customer_number: `C-${index}`,
    created_at: NOW,
    updated_at: NOW,
  });
  const { email, tokenHash, sessionId, otherUserId } = named;
  const isFirst = index === 1;
  const people = { administrator: isFirst ? randomUUID() : otherUserId, member: randomUUID() };
  await addPerson(
    "administrator",
    people.administrator,
    owner,
    isFirst ? { email, namedBy: [tokenHash] } : { email: `second-${email}`, namedBy: [otherUserId] },
  );
  await addPerson("member", people.member, owner, isFirst ? { sessionId, namedBy: [sessionId] } : {});
  for (const person of Object.values(people)) {
    await add(
      "customer_tokens",
      { ...owner, user: person },
      {
        id: randomUUID(),
        ...tenant,
        user_id: person,
        name: "token",
        prefix: "eft_1234",
        token_hash: randomBytes(32),
        created_at: NOW,
      },
    );
    const common = { ...tenant, user_id: person, created_at: NOW };
    await add(
      "saved_filters",
      { ...owner, user: person },
      { id: randomUUID(), ...common, name: "Mon filtre", query: "type=credit_note" },
    );
    const request = randomUUID();
    await add(
      "customer_requests",
      { ...owner, user: person },
      { id: request, ...common, kind: "duplicate", wanted: "{}" },
    );
    const message = { ...tenant, request_id: request, text: "Bonjour", at: NOW };
    await add(
      "request_messages",
      { ...owner, user: person },
      { id: randomUUID(), ...message, side: "customer", author_id: person },
    );
    await add(
      "request_messages",
      { ...owner, user: named.adviserId },
      { id: randomUUID(), ...message, side: "supplier", author_id: named.adviserId },
    );
  }
  const depositId = randomUUID();
  const noAccount = { ...owner, account: null };
  await add("deposits", noAccount, {
    id: depositId,
    supplier_id: supplier,
    source: "api",
    state: "done",
    file_count: 1,
    received_at: NOW,
  });
  await add("deposit_files", noAccount, {
    id: randomUUID(),
    supplier_id: supplier,
    deposit_id: depositId,
    file_name: "a.pdf",
    size: 1,
    result: "accepted",
  });
  const invoice = randomUUID();
  const document = { ...tenant, deposit_id: depositId };
  await add("invoices", owner, invoiceValues(invoice, document, index * 2, "available"));
  const withdrawn = randomUUID();
  await add(
    "invoices",
    { ...owner, isWithdrawn: true },
    invoiceValues(withdrawn, document, index * 2 + 1, "withdrawn"),
  );
  await addInvoiceRows(add, owner, tenant, invoice, people.administrator, index);
  for (const person of Object.values(people))
    await add(
      "invoice_shares",
      { ...owner, user: person },
      {
        ...{ id: randomUUID(), ...tenant, invoice_id: invoice, user_id: person, recipient: "Garage" },
        ...{ token_hash: randomBytes(32), created_at: NOW, expires_at: "2026-11-27T23:59:59Z" },
      },
    );
  return { id: account, people, invoice, withdrawn };
}

function invoiceValues(id: string, document: object, sequence: number, state: "available" | "withdrawn") {
  return {
    id,
    ...document,
    deposited_at: NOW,
    sequence,
    number: `F-${sequence}`,
    type: "invoice",
    type_code: "380",
    issued_on: "2026-11-20",
    currency: "EUR",
    total_with_vat_minor: 100,
    contracts: [],
    vehicles: [],
    seller_key: "supplier",
    seller_name: "Loueur",
    buyer_name: "Client",
    format: "pdf",
    media_type: "application/pdf",
    sha256: randomBytes(32),
    size: 1,
    storage_key: "key",
    file_name: "a.pdf",
    legal_role: "original",
    state,
    withdrawn_at: state === "withdrawn" ? NOW : null,
    remove_after: "2028-11-20",
  };
}

/** Every row that belongs to an account's invoice. */
async function addInvoiceRows(
  add: Add,
  owner: Owner,
  tenant: { supplier_id: string; account_id: string },
  invoice: string,
  reader: string,
  sequence: number,
): Promise<void> {
  const digest = randomUUID();
  const mail = randomUUID();
  const link = randomUUID();
  const dated = { ...tenant, created_at: NOW };
  await add("invoice_references", owner, { invoice_id: invoice, ...tenant, position: 0, number: "F-0" });
  await add("invoice_vat", owner, {
    invoice_id: invoice,
    ...tenant,
    position: 0,
    category: "S",
    rate: "20",
    base_minor: 100,
    tax_minor: 20,
  });
  await add("invoice_lines", owner, { invoice_id: invoice, ...tenant, position: 0, name: "Loyer" });
  await add(
    "invoice_readings",
    { ...owner, user: reader },
    { invoice_id: invoice, ...tenant, user_id: reader },
  );
  await add(
    "invoice_takings",
    { ...owner, user: reader },
    { invoice_id: invoice, ...tenant, user_id: reader, way: "hand", proof: "delivered", taken_at: NOW },
  );
  await add(
    "settled_numbers",
    { ...owner, user: reader },
    { ...tenant, number: `F-${sequence}`, user_id: reader, settled_at: NOW },
  );
  await add("ledger_entries", owner, {
    ...tenant,
    sequence,
    kind: "deposited",
    invoice_id: invoice,
    number: "F",
    issued_on: "2026-11-20",
    sha256: randomBytes(32),
    recorded_at: NOW,
    previous_hash: randomBytes(32),
    hash: randomBytes(32),
  });
  await add(
    "audit_events",
    { ...owner, user: reader },
    {
      id: randomUUID(),
      at: NOW,
      ...tenant,
      actor_kind: "administrator",
      actor_id: reader,
      action: "signed_in",
    },
  );
  await add("digests", owner, { id: digest, ...dated, day: "2026-11-20" });
  await add("notifications", owner, {
    id: randomUUID(),
    ...dated,
    invoice_id: invoice,
    preference: "digest",
    channel: "paper",
    state: "waiting",
  });
  await add("mails", owner, {
    id: mail,
    ...dated,
    kind: "digest",
    subject_id: digest,
    recipient: "a@b.example",
    locale: "fr",
    props: "{}",
    state: "queued",
    next_try_at: NOW,
  });
  await add("deliveries", owner, { mail_id: mail, ...tenant, state: "queued", updated_at: NOW });
  await add("link_capabilities", owner, {
    id: link,
    ...dated,
    token_hash: randomBytes(32),
    expires_at: LATER,
  });
  await add("link_capability_invoices", owner, { link_id: link, ...tenant, invoice_id: invoice });
}
