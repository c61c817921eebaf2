import { type CreateBatchSuccessResponse, type ErrorResponse, Resend, type Response as Answer } from "resend";
import { z } from "zod";
import { parseJson } from "@/lib/http/parse-json";
import { exchange, NoAnswer } from "./http-exchange";

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

  override async fetchRequest<T>(path: string, { method, headers, body }: SdkRequest): Promise<Answer<T>> {
    try {
      const answer = await exchange(`${this.baseUrl}${path}`, { method, headers, body }, this.timeoutMs);
      if (answer.status >= 200 && answer.status < 300)
        return { data: JSON.parse(answer.body) as T, error: null, headers: answer.headers };
      return { data: null, error: errorOf(answer.status, answer.body), headers: answer.headers };
    } catch (error) {
      return { data: null, error: networkFailure(error), headers: null };
    }
  }
}

/** What the SDK makes of a call. */
interface SdkRequest {
  method: string;
  headers: Headers;
  body: string | Uint8Array;
}

/** Proxies and load balancers answer in HTML: then only the status speaks. */
function errorOf(statusCode: number, body: string): ErrorResponse {
  const told = z.object({ name: z.string().regex(/^[a-z_]{1,60}$/) }).safeParse(parseJson(body));
  // The SDK's list of names lags behind the API's.
  const name = (told.data?.name ?? "application_error") as ErrorResponse["name"];
  return { name, statusCode, message: "" };
}

function networkFailure(failure: unknown): ResendFailure {
  const isSurelyUnsent = failure instanceof NoAnswer && failure.isSurelyUnsent;
  const error = failure instanceof NoAnswer ? failure.cause : failure;
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const networkCode =
    cause instanceof Error
      ? "code" in cause && `${cause.code}`.length > 2
        ? `${cause.code}`
        : cause.name
      : "";
  return { name: "application_error", statusCode: null, message: "", networkCode, isSurelyUnsent };
}
