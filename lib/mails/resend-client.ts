import { Resend, type CreateBatchSuccessResponse, type ErrorResponse, type Response as Answer } from "resend";
import { z } from "zod";

/** What the API, or the way to it, answered. `isSurelyUnsent`: no byte of the request can have been read. */
export type ResendFailure = ErrorResponse & { networkCode?: string; isSurelyUnsent?: boolean };

/**
 * The SDK with a request of our own below it: the original has no timeout and forgets why a connection failed, and
 * with it whether the mail may have gone.
 */
export class ResendClient extends Resend {
  constructor(
    apiKey: string,
    baseUrl: string | undefined,
    readonly timeoutMs: number,
  ) {
    super(apiKey, { ...(baseUrl && { baseUrl: baseUrl.replace(/\/+$/, "") }) });
  }

  /** A batch whose JSON is written: the SDK's own way keeps every mail several times in memory until the answer. */
  sendBatch(body: Uint8Array<ArrayBuffer>, idempotencyKey: string) {
    const options = { idempotencyKey, headers: { "x-batch-validation": "strict" }, body };
    return this.post<CreateBatchSuccessResponse>("/emails/batch", null, options);
  }

  override async fetchRequest<T>(path: string, options: RequestInit = {}): Promise<Answer<T>> {
    try {
      const response = await fetch(`${this.baseUrl}${path}`, {
        ...options,
        redirect: "manual",
        cache: "no-store",
        signal: AbortSignal.timeout(this.timeoutMs),
      });
      const headers = Object.fromEntries(response.headers.entries());
      if (response.ok) return { data: (await response.json()) as T, error: null, headers };
      return { data: null, error: errorOf(response.status, await response.text()), headers };
    } catch (error) {
      return { data: null, error: networkFailure(error), headers: null };
    }
  }
}

/** Proxies and load balancers answer in HTML: then only the status speaks. */
function errorOf(statusCode: number, body: string): ErrorResponse {
  const told = z.object({ name: z.string().regex(/^[a-z_]{1,60}$/) }).safeParse(jsonOrNull(body));
  // The SDK's list of names lags behind the API's.
  const name = (told.data?.name ?? "application_error") as ErrorResponse["name"];
  return { name, statusCode, message: "" };
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Failures before a connection stands; in all others the request may have been read. */
const BEFORE_CONNECTION =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|.*CERT.*|ERR_TLS_.*)$/;

function networkFailure(error: unknown): ResendFailure {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const networkCode =
    cause instanceof Error
      ? "code" in cause && `${cause.code}`.length > 2
        ? `${cause.code}`
        : cause.name
      : "";
  return {
    name: "application_error",
    statusCode: null,
    message: "",
    networkCode,
    isSurelyUnsent: BEFORE_CONNECTION.test(networkCode),
  };
}
