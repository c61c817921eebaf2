import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { SESSION_COOKIE } from "@/lib/http/session-cookie";
import { hashPassword } from "@/lib/sign-in/password/password-hash";
import { sealFactorSecret } from "@/lib/sign-in/second-factor/factor-secret";
import { demo } from "@/tests/support/demo";
import { sealedSession } from "@/tests/support/open-session";
import { addImport, addKey, addQuestion, addTemplate, depositWithJoined } from "./world-rows";

export const PASSWORD = "Papier-Carbone-7";
/** The secret of the second factor of all staff here (base32). */
export const TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
const SUPPLIER = "mobilize-lease";
const OTHER_SUPPLIER = "express-colis";

export const VISITORS = [
  "anonymous",
  "administrator",
  "member",
  "adviser",
  "manager",
  "operator",
  "other_administrator",
  "other_adviser",
  "disabled",
  "must_change",
  /** A manager who has typed the password but not yet the code. */
  "second_factor_pending",
  /** An adviser at the first sign-in, without a second factor yet. */
  "must_enrol",
  /** A customer's administrator with a second factor, who has typed the password but not yet the code. */
  "customer_code_pending",
  /** An adviser who did nothing for 16 minutes: the screen is locked. */
  "locked",
  /** An adviser with a locked screen who views as the administrator. */
  "locked_view",
  /**
   * An administrator and a manager whose last proof is two hours old: they are signed in, but some changes ask for the
   * password or a code again.
   */
  "old_proof",
  "old_proof_manager",
  "signed_out",
  /** Sessions that ended: after 31 minutes without activity, after eight hours, by a change of the password. */
  "idle",
  "expired",
  "changed_password",
  "view_as",
  "supplier_key",
  "customer_token",
] as const;
export type VisitorKind = (typeof VISITORS)[number];

/** A third of the visitors, another one for the next turn: over many turns each visitor comes often. */
export const third = (turn: number, kinds: readonly VisitorKind[]): VisitorKind[] =>
  kinds.filter((kind) => (VISITORS.indexOf(kind) + turn) % 3 === 0);

/** How the user or the session of some kinds differs from a user who has just signed in. */
const SPECIAL: Partial<
  Record<
    VisitorKind,
    {
      isEnrolled?: boolean;
      hasGivenCode?: boolean;
      idleMinutes?: number;
      provenMinutes?: number;
      isEnded?: boolean;
      leftMinutes?: number;
      stamp?: number;
    }
  >
> = {
  second_factor_pending: { hasGivenCode: false },
  must_enrol: { isEnrolled: false },
  customer_code_pending: { isEnrolled: true, hasGivenCode: false },
  locked: { idleMinutes: 16 },
  locked_view: { idleMinutes: 16 },
  old_proof: { provenMinutes: 120 },
  old_proof_manager: { provenMinutes: 120 },
  signed_out: { isEnded: true },
  idle: { idleMinutes: 31 },
  expired: { leftMinutes: -1 },
  changed_password: { stamp: 2 },
};

export interface Visitor {
  kind: VisitorKind;
  headers: Record<string, string>;
  /** Null for visitors that are not a user. */
  userId: string | null;
  identifier: string;
}

export interface PortalWorld {
  visitors: Record<VisitorKind, Visitor>;
  /** A Factur-X invoice of the account of the visitors administrator, member, disabled and must_change. */
  invoice: { id: string; number: string; plate: string };
  /** The account of the visitors administrator, member, disabled and must_change. */
  account: { id: string };
  /** A question of the administrator, answered long ago. */
  request: { id: string };
  /** An answer template of their supplier. */
  template: { id: string };
  /** A key of their supplier. */
  key: { id: string };
  /** Their supplier. */
  supplier: { id: string };
  /** An import of customers of the supplier, checked and without anything to apply. */
  imported: { id: string };
  /** An invoice of the same account with a joined document. */
  invoiceWithJoined: { id: string };
  sql: postgres.Sql;
}

type Role = "administrator" | "member" | "adviser" | "manager" | "operator";

let passwordHash: Promise<string> | undefined;

/** The hash of `PASSWORD`, computed once: it takes a tenth of a second. */
const passwordHashOfAll = () => (passwordHash ??= hashPassword(PASSWORD, { owners: [] }));

/** Adds one new signed-in person of each kind to companies of the demo; other rows are not changed. */
export async function makePortalWorld(): Promise<PortalWorld> {
  const sql = postgres(process.env.DATABASE_OWNER_URL ?? "", { max: 2, onnotice: () => {} });
  const [invoice] = await sql<
    { id: string; number: string; plate: string; account_id: string; customer_number: string }[]
  >`
    select i.id, i.number, i.vehicles[1] as plate, i.account_id, a.customer_number from invoices i join suppliers s on s.id = i.supplier_id
    join accounts a on a.id = i.account_id
    where s.slug = ${SUPPLIER} and a.state = 'open' and i.state = 'available' and i.format = 'facturx' order by i.issued_on desc, i.id limit 1`;
  const [other] = await sql<{ id: string }[]>`
    select a.id from accounts a join suppliers s on s.id = a.supplier_id
    where s.slug = ${OTHER_SUPPLIER} and a.state = 'open' order by a.customer_number limit 1`;
  const suppliers = await sql<{ id: string; slug: string }[]>`select id, slug from suppliers`;
  if (!invoice || !other) throw new Error("The demo has no open account with invoices.");
  const supplierOf = (slug: string) => suppliers.find((one) => one.slug === slug)?.id ?? "";
  const passwordHash = await passwordHashOfAll();

  const person = async (kind: VisitorKind, role: Role, place: { account?: string; supplier?: string }) => {
    const userId = randomUUID();
    const sessionId = randomUUID();
    const identifier = `permissions-${userId}`;
    const special = SPECIAL[kind] ?? {};
    const isEnrolled = special.isEnrolled ?? !place.account;
    const given = isEnrolled && (special.hasGivenCode ?? true) ? [userId] : [];
    const minutes = (count: number) => `${count} minutes`;
    await sql`
      with added as (
        insert into users (id, identifier, name, role, password_hash, account_id, supplier_id, status,
          must_change_password, stamp, created_at)
        values (${userId}, ${identifier}, ${kind}, ${role}, ${passwordHash}, ${place.account ?? null},
          ${place.supplier ?? null}, ${kind === "disabled" ? "disabled" : "active"}, ${kind === "must_change"},
          ${special.stamp ?? 1}, now())
      ), enrolled as (
        insert into second_factors (user_id, sealed_for, sealed_secret, enrolled_at)
        select ${userId}, ${userId}, ${sealFactorSecret(userId, TOTP_SECRET)}, now() where ${isEnrolled}
      )
      insert into sessions (id, user_id, stamp, created_at, last_seen_at, expires_at, proven_at, ended_at,
        factor_user_ids)
      values (${sessionId}, ${userId}, 1, now(), now() - ${minutes(special.idleMinutes ?? 0)}::interval,
        now() + ${minutes(special.leftMinutes ?? 480)}::interval,
        now() - ${minutes(special.provenMinutes ?? 0)}::interval, ${special.isEnded ? new Date() : null}, ${given})`;
    const cookie = `${SESSION_COOKIE}=${await sealedSession(sessionId)}`;
    return { kind, userId, identifier, headers: { cookie } };
  };
  const viewAs = async (staff: Visitor, userId: string | null): Promise<Visitor> => {
    await sql`
      update sessions set view_as_user_id = ${userId}, view_as_reason = 'a call', view_as_until = now() + interval '30 minutes'
      where user_id = ${staff.userId}`;
    return staff;
  };
  const machine = (kind: VisitorKind, secret: string | undefined): Visitor => {
    const headers: Record<string, string> = secret ? { authorization: `Bearer ${secret}` } : {};
    return { kind, userId: null, identifier: "", headers };
  };
  const inAccount = { account: invoice.account_id };
  const administrator = await person("administrator", "administrator", inAccount);
  const adviser = await person("adviser", "adviser", { supplier: supplierOf(SUPPLIER) });
  return {
    request: await addQuestion(sql, invoice.account_id, administrator.userId),
    template: await addTemplate(sql, supplierOf(SUPPLIER)),
    key: await addKey(sql, supplierOf(SUPPLIER)),
    supplier: { id: supplierOf(SUPPLIER) },
    sql,
    invoice,
    account: { id: invoice.account_id },
    imported: await addImport(sql, supplierOf(SUPPLIER), adviser.userId),
    invoiceWithJoined: await depositWithJoined(invoice.customer_number, SUPPLIER),
    visitors: {
      anonymous: machine("anonymous", undefined),
      administrator,
      member: await person("member", "member", inAccount),
      disabled: await person("disabled", "administrator", inAccount),
      must_change: await person("must_change", "member", inAccount),
      signed_out: await person("signed_out", "administrator", inAccount),
      other_administrator: await person("other_administrator", "administrator", { account: other.id }),
      adviser,
      manager: await person("manager", "manager", { supplier: supplierOf(SUPPLIER) }),
      other_adviser: await person("other_adviser", "adviser", { supplier: supplierOf(OTHER_SUPPLIER) }),
      operator: await person("operator", "operator", {}),
      view_as: await viewAs(
        await person("view_as", "adviser", { supplier: supplierOf(SUPPLIER) }),
        administrator.userId,
      ),
      locked: await person("locked", "adviser", { supplier: supplierOf(SUPPLIER) }),
      locked_view: await viewAs(
        await person("locked_view", "adviser", { supplier: supplierOf(SUPPLIER) }),
        administrator.userId,
      ),
      old_proof: await person("old_proof", "administrator", inAccount),
      old_proof_manager: await person("old_proof_manager", "manager", { supplier: supplierOf(SUPPLIER) }),
      idle: await person("idle", "administrator", inAccount),
      expired: await person("expired", "administrator", inAccount),
      changed_password: await person("changed_password", "administrator", inAccount),
      customer_code_pending: await person("customer_code_pending", "administrator", inAccount),
      second_factor_pending: await person("second_factor_pending", "manager", {
        supplier: supplierOf(SUPPLIER),
      }),
      must_enrol: await person("must_enrol", "adviser", { supplier: supplierOf(SUPPLIER) }),
      supplier_key: machine("supplier_key", demo().supplierKeys[SUPPLIER]),
      customer_token: machine(
        "customer_token",
        Object.values(demo().customerTokens)[0] ?? "eft_none-in-the-demo-yet",
      ),
    },
  };
}
