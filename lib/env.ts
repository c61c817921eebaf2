import { z } from "zod";
import { isLocalHost, readDatabaseAddress } from "./database-address";
import { isMailAddress, normalizeMailAddress } from "./mail-address";
import { mayBePublic } from "./public-address";
import { stripEnd } from "./strip";

const url = (protocols: RegExp, example: string) =>
  z.url({ protocol: protocols, error: `must be a URL such as ${example}` });

/** The address of a database; a database on another machine needs verified TLS. */
const database = (example: string) =>
  url(/^postgres(ql)?$/, example).superRefine((value, context) => {
    const read = URL.canParse(value) ? readDatabaseAddress(value) : null;
    if (read && !read.ok) context.addIssue({ code: "custom", message: read.reason });
  });

/** One secret, or `old,new` during a rotation. In the result the newest is first; it signs, and all of them verify. */
const secrets = z
  .string()
  .transform((value) =>
    value
      .split(",")
      .map((part) => part.trim())
      .reverse(),
  )
  .refine(
    (parts) => parts.every((part) => part.length >= 32),
    "must have at least 32 characters (each, when rotating)",
  );

/** A secret of Standard Webhooks, or `old,new` during a rotation: `whsec_` and 24 to 64 random bytes in base64. */
const webhookSecrets = z
  .string()
  .transform((value) => value.split(",").map((part) => part.trim()))
  .refine(
    (parts) => parts.every((part) => /^whsec_[A-Za-z0-9+/]{32,86}={0,2}$/.test(part)),
    "must be whsec_ and at least 24 random bytes in base64 (each, when rotating)",
  );

const mailAddresses = z
  .string()
  .transform((value) => value.split(",").map(normalizeMailAddress))
  .refine((list) => list.every(isMailAddress), "must be mail addresses, separated by commas");

const settings = z
  .object({
    DATABASE_URL: database("postgres://user:password@host/database"),
    DATABASE_JOBS_URL: database("postgres://jobs:password@host/database"),
    DATABASE_OWNER_URL: database("postgres://owner:password@host/database").optional(),
    DATA_DIR: z.string().default(".data"),
    APP_URL: z
      .url({
        protocol: /^https?$/,
        error: "must be the portal's public address, such as https://factures.example",
      })
      .transform((value) => stripEnd(value, "/")),
    AUTH_SECRET: secrets,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: z
      .string()
      .refine((value) => Buffer.from(value, "base64").length === 32, "must be 32 random bytes in base64"),
    STORAGE_URL: z.string().regex(/^file:.+/, "must be file:FOLDER"),
    EMAIL_TRANSPORT: z.enum(["mailbox", "resend", "smtp"]),
    EMAIL_FROM: z.string().min(3).optional(),
    RESEND_API_KEY: z.string().optional(),
    RESEND_BASE_URL: url(/^https?$/, "https://api.resend.com").optional(),
    RESEND_WEBHOOK_SECRET: z.string().optional(),
    SMTP_URL: url(/^smtps?$/, "smtps://user:password@host").optional(),
    CRON_SECRET: z.string().min(16, "must have at least 16 characters"),
    HEARTBEAT_URL: url(/^https?$/, "https://monitor.example/ping/…").optional(),
    /** Told of alerts besides the operators. */
    ALERT_EMAIL: mailAddresses.optional(),
    ALERT_WEBHOOK_URL: url(/^https?$/, "https://on-call.example/e-facture").optional(),
    ALERT_WEBHOOK_SECRET: webhookSecrets.optional(),
    TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
    /** The host of the portal, required in its legal notice (loi n° 2004-575, article 1-1). */
    LEGAL_HOST: z.string().max(500).optional(),
    LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
    /** Set only by `npm start`: database, secrets and mailbox belong to this machine. */
    EMBEDDED: z.stringbool().default(false),
    /** Tests only: see lib/clock.ts. */
    CLOCK_FILE: z.string().optional(),
  })
  .refine((s) => s.EMAIL_TRANSPORT !== "resend" || s.RESEND_API_KEY, {
    path: ["RESEND_API_KEY"],
    error: "is needed by EMAIL_TRANSPORT=resend",
  })
  .refine((s) => s.EMAIL_TRANSPORT !== "smtp" || s.SMTP_URL, {
    path: ["SMTP_URL"],
    error: "is needed by EMAIL_TRANSPORT=smtp",
  })
  .refine((s) => loginOf(s.DATABASE_JOBS_URL) !== loginOf(s.DATABASE_URL), {
    path: ["DATABASE_JOBS_URL"],
    error: "must name another login than DATABASE_URL: a member of efacture_jobs, for background work alone",
  })
  .refine((s) => !s.EMBEDDED || (isOnThisMachine(s.DATABASE_URL) && isOnThisMachine(s.DATABASE_JOBS_URL)), {
    path: ["EMBEDDED"],
    error:
      "must not be true beside a database elsewhere: it opens the demo mailbox, and `npm start` sets it itself",
  })
  .refine((s) => s.EMBEDDED || isPrivate(s.APP_URL, "https:"), {
    path: ["APP_URL"],
    error: "must start with https:// (http:// only on this machine): sessions and passwords travel over it",
  })
  .refine((s) => s.RESEND_BASE_URL === undefined || isPrivate(s.RESEND_BASE_URL, "https:"), {
    path: ["RESEND_BASE_URL"],
    error: "must start with https:// (http:// only on this machine): the API key travels over it",
  })
  .refine(
    (s) => s.EMBEDDED || s.HEARTBEAT_URL === undefined || new URL(s.HEARTBEAT_URL).protocol === "https:",
    {
      path: ["HEARTBEAT_URL"],
      error:
        "must start with https://: whoever knows the address can make the monitor believe that all is well",
    },
  )
  .refine(
    (s) =>
      s.EMBEDDED ||
      s.ALERT_WEBHOOK_URL === undefined ||
      (new URL(s.ALERT_WEBHOOK_URL).protocol === "https:" && mayBePublic(s.ALERT_WEBHOOK_URL)),
    {
      path: ["ALERT_WEBHOOK_URL"],
      error: "must start with https:// and name a public host",
    },
  )
  .refine((s) => s.ALERT_WEBHOOK_URL === undefined || s.ALERT_WEBHOOK_SECRET !== undefined, {
    path: ["ALERT_WEBHOOK_SECRET"],
    error: "is needed by ALERT_WEBHOOK_URL",
  })
  .refine((s) => s.CLOCK_FILE === undefined || isOnThisMachine(s.DATABASE_URL), {
    path: ["CLOCK_FILE"],
    error: "is for tests: it moves every deadline, so it is refused beside a database elsewhere",
  });

function isOnThisMachine(address: string): boolean {
  const read = readDatabaseAddress(address);
  return read.ok && read.isOnThisMachine;
}

function loginOf(address: string): string | null {
  const read = readDatabaseAddress(address);
  return read.ok ? read.user : null;
}

const isPrivate = (address: string, protocol: string) =>
  new URL(address).protocol === protocol || isLocalHost(new URL(address).hostname.replace(/^\[|\]$/g, ""));

export type Env = z.infer<typeof settings>;

let checked: Env | undefined;

/** Returns the settings, checked once. Throws one error that names all wrong settings and never shows a value. */
export function env(): Env {
  return (checked ??= parseEnv(process.env));
}

/** Makes the next use read the settings again: for tests and benchmarks, which change them while running. */
export function forgetEnv(): void {
  checked = undefined;
}

/** Checks the settings in `source`; an empty value counts as unset. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value));
  const result = settings.safeParse(filled);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return `  ${name} ${name in filled ? issue.message : issue.code === "custom" ? issue.message : "is not set"}`;
  });
  throw new Error(`The settings are not complete (see .env.example):\n${lines.join("\n")}`);
}

/** Whether `next dev` runs this process. */
export const isDevelopment = process.env.NODE_ENV === "development";

/** Whether the owner's address of the database is in the environment of this process. */
export const hasOwnerUrl = (): boolean => Boolean(process.env.DATABASE_OWNER_URL);

/** Whether `npm start` or `npm run dev` started this server: they alone may open the embedded mode. */
export const isStartedByLauncher = (): boolean => process.env.EFACTURE_LAUNCHED === "true";

/** Sets the portal's address for Auth.js, which reads the environment itself. */
export function publishAuthUrl(): void {
  process.env.AUTH_URL = env().APP_URL;
}

/** The names of all settings, for the test that keeps `.env.example` complete. */
export const settingNames = Object.keys(settings.shape);
