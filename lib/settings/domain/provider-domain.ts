import { z } from "zod";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { ResendClient } from "@/lib/mails/transports/resend-client";
import { domainOfAddress, installationSender } from "@/lib/suppliers/sending-address";
import type { ProviderVerdict } from "./domain-check";
import type { WantedLine } from "./find-dns-records";

const MAX_WAIT_MS = 8_000;
const PAGE_SIZE = 100;
const MAX_PAGES = 20;

export interface ProviderDomain {
  verdict: ProviderVerdict;
  /** The lines that the provider asks for. */
  lines: WantedLine[];
}

const records = z.array(
  z.object({
    record: z.string(),
    name: z.string(),
    type: z.string(),
    value: z.string(),
    priority: z.number().optional(),
  }),
);

/**
 * Asks the mail provider for a domain, and has it verified again. It is registered there only when `isProven` says that it
 * is the supplier's: the provider registers a limited number for the whole installation. Until then it is `pending`.
 * Without a provider (SMTP, demo mailbox) mails go through the server of the installation, which the domain must allow to
 * send for it.
 */
export async function askProvider(domain: string, isProven: () => Promise<boolean>): Promise<ProviderDomain> {
  const { EMAIL_TRANSPORT, RESEND_API_KEY = "", RESEND_BASE_URL } = env();
  if (EMAIL_TRANSPORT !== "resend") return { verdict: "none", lines: [ownServer(domain)] };
  const client = new ResendClient(RESEND_API_KEY, RESEND_BASE_URL, MAX_WAIT_MS);
  const registered = await findRegistered(client, domain);
  if (registered === null) return { verdict: "unknown", lines: [] };
  if (registered.id === null && !(await isProven())) return { verdict: "pending", lines: [] };
  const id = registered.id ?? (await register(client, domain));
  if (id === null) return { verdict: "unknown", lines: [] };
  const before = await client.domains.get(id);
  if (before.error) return unanswered("get", before.error);
  if (before.data.status !== "verified") {
    const asked = await client.domains.verify(id);
    if (asked.error) return unanswered("verify", asked.error);
  }
  const { data, error } = before.data.status === "verified" ? before : await client.domains.get(id);
  if (error) return unanswered("get", error);
  return { verdict: verdictOf(data.status), lines: linesOf(domain, data.records) };
}

/** Returns the provider's id of the domain, or null in it when the domain is not registered; null without an answer. */
async function findRegistered(client: ResendClient, domain: string): Promise<{ id: string | null } | null> {
  let after: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const { data, error } = await client.domains.list({ limit: PAGE_SIZE, ...(after && { after }) });
    if (error) return noted("list", error);
    const found = data.data.find(({ name }) => name === domain);
    if (found) return { id: found.id };
    after = data.data.at(-1)?.id;
    if (!data.has_more || after === undefined) break;
  }
  return { id: null };
}

async function register(client: ResendClient, domain: string): Promise<string | null> {
  const { data, error } = await client.domains.create({ name: domain });
  return error ? noted("create", error) : data.id;
}

/** The line that lets the installation's own server send for the domain. */
const ownServer = (domain: string): WantedLine => ({
  purpose: "spf",
  type: "TXT",
  name: domain,
  value: `v=spf1 include:${domainOfAddress(installationSender().address)} ~all`,
  priority: null,
});

function verdictOf(status: string): ProviderVerdict {
  if (status === "verified") return "verified";
  if (status === "failed") return "failed";
  return status === "pending" || status === "not_started" ? "pending" : "unknown";
}

/** Converts the provider's records; those for receiving or tracking mails are left out. */
function linesOf(domain: string, answered: unknown): WantedLine[] {
  return records
    .catch([])
    .parse(answered)
    .flatMap(({ record, name, type, value, priority }) => {
      const purpose = record === "SPF" ? "spf" : record === "DKIM" ? "dkim" : null;
      const kind = (["TXT", "CNAME", "MX"] as const).find((one) => one === type);
      if (purpose === null || kind === undefined) return [];
      return [{ purpose, type: kind, name: fullName(name, domain), value, priority: priority ?? null }];
    });
}

/**
 * Returns the full name of a record. The provider leaves out the registered domain: for mail.lease.example it names
 * « send.mail », which is send.mail.lease.example.
 */
export function fullName(name: string, domain: string): string {
  const relative = name.toLowerCase().replace(/\.$/, "");
  if (relative === domain || relative.endsWith(`.${domain}`)) return relative;
  const labels = domain.split(".");
  for (let cut = labels.length - 1; cut > 0; cut -= 1) {
    const inner = labels.slice(0, cut).join(".");
    if (relative === inner || relative.endsWith(`.${inner}`))
      return `${relative}.${labels.slice(cut).join(".")}`;
  }
  return `${relative}.${domain}`;
}

interface ProviderError {
  name: string;
  statusCode: number | null;
}

function unanswered(call: string, error: ProviderError): ProviderDomain {
  noted(call, error);
  return { verdict: "unknown", lines: [] };
}

/** A key that may only send mails, or an outage, says nothing about the domain; the operator finds it in the log. */
function noted(call: string, { name, statusCode }: ProviderError): null {
  log("warn", "domain_not_answered", { reason: `${call} ${statusCode ?? "no answer"} ${name}` });
  return null;
}
