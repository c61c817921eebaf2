import { type CreateBatchSuccessResponse, type ErrorResponse, Resend, type Response as Answer } from "resend";
import { z } from "zod";
import { parseJson } from "@/lib/http/parse-json";
import { exchange, NoAnswer } from "./http-exchange";

/** What the API, or the way to it, answered. `isSurelyUnsent`: no byte of the request can have been read. */
export type ResendFailure = ErrorResponse & { networkCode?: string; isSurelyUnsent?: boolean };

/**
 * Resend's SDK with our own HTTP request below it: the original has no timeout and loses why a connection failed, and
 * with that whether the mail may have been sent.
 */
export class ResendClient extends Resend {
  constructor(
    apiKey: string,
    baseUrl: string | undefined,
    readonly timeoutMs: number,
  ) {
    super(apiKey, { ...(baseUrl && { baseUrl: baseUrl.replace(/\/+$/, "") }) });
  }

  /** Sends a batch as ready JSON. Performance: the SDK's own method keeps each mail in memory several times until the answer. */
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

/** What the SDK returns for a call. */
interface SdkRequest {
  method: string;
  headers: Headers;
  body: string | Uint8Array;
}

/** Proxies and load balancers answer in HTML: then only the status is used. */
function errorOf(statusCode: number, body: string): ErrorResponse {
  const told = z.object({ name: z.string().regex(/^[a-z_]{1,60}$/) }).safeParse(parseJson(body));
  // The API has more names than the SDK's types list.
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
