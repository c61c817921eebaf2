import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { FILE_LIMIT_BYTES, FILE_LIMIT_MB } from "@/lib/formats/file-limit";
import type { ReportLine } from "./deposit-report";

const TRIES = 5;
const TIMEOUT_MS = 120_000;

interface Sending {
  url: string;
  key: string;
  path: string;
  metadata: { customerNumber?: string; confirmBuyer?: boolean };
  dryRun: boolean;
}

/**
 * Sends one file. When the portal is busy or the connection fails, tries again after the delay of `Retry-After`, or an
 * increasing delay. Sending again is safe, because the portal recognises the same content.
 */
export async function sendFile(sending: Sending): Promise<ReportLine> {
  const read = await readUpToLimit(sending.path);
  if (!read.ok)
    return { file: sending.path, result: "refused", status: "", detail: read.detail, reason: read.detail };
  const { bytes } = read;
  let failure = "";
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    try {
      const response = await post(sending, bytes);
      if (response.status !== 429 && response.status < 500)
        return reportLine(sending, response.status, await body(response));
      failure = `the portal answered ${response.status}`;
      if (attempt < TRIES) await pause(retryAfterMs(response) ?? 500 * 2 ** attempt);
    } catch (error) {
      failure =
        error instanceof Error
          ? String((error.cause as Error | undefined)?.message ?? error.message)
          : "no answer";
      if (attempt < TRIES) await pause(500 * 2 ** attempt);
    }
  }
  return {
    file: sending.path,
    result: "failed",
    status: "",
    detail: failure,
    reason: "no answer from the portal",
  };
}

async function readUpToLimit(
  path: string,
): Promise<{ ok: true; bytes: Buffer } | { ok: false; detail: string }> {
  try {
    if ((await stat(path)).size > FILE_LIMIT_BYTES)
      return { ok: false, detail: `larger than ${FILE_LIMIT_MB} MB` };
    return { ok: true, bytes: await readFile(path) };
  } catch {
    return { ok: false, detail: "the file cannot be read" };
  }
}

function post({ url, key, path, metadata, dryRun }: Sending, bytes: Buffer): Promise<Response> {
  const form = new FormData();
  form.set("metadata", JSON.stringify(metadata));
  form.set("file", new Blob([new Uint8Array(bytes)]), basename(path));
  return fetch(`${url}/api/v1/invoices${dryRun ? "?dryRun" : ""}`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}` },
    body: form,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
}

interface Answer {
  id?: string;
  number?: string;
  issuedOn?: string;
  totalWithVat?: string;
  currency?: string;
  sha256?: string;
  title?: string;
  detail?: string;
  problems?: { type: string; detail: string }[];
}

async function body(response: Response): Promise<Answer> {
  return (await response.json().catch(() => ({}))) as Answer;
}

function reportLine({ path, dryRun }: Sending, status: number, answer: Answer): ReportLine {
  const { number, issuedOn, totalWithVat, currency, sha256, id } = answer;
  const line = { file: path, status: String(status), number, issuedOn, totalWithVat, currency, sha256, id };
  if (status === 201) return { ...line, result: "accepted" };
  if (status === 200) return { ...line, result: dryRun ? "dry_run" : "already_there" };
  const types = new Set(answer.problems?.map((problem) => problem.type.replaceAll("_", " ")));
  const reason = [...types].join(", ") || answer.title;
  return {
    ...line,
    result: status === 409 ? "conflict" : "refused",
    reason,
    detail: answer.detail ?? answer.title,
  };
}

function retryAfterMs(response: Response): number | null {
  const seconds = Number(response.headers.get("retry-after"));
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : null;
}
