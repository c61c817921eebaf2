import { type CreateBatchSuccessResponse, type ErrorResponse, Resend, type Response as Answer } from "resend";
import { z } from "zod";
import { parseJson } from "@/lib/http/parse-json";
import { stripEnd } from "@/lib/strip";
import { exchange, NoAnswer } from "./http-exchange";

/** An error of the API or of the network. `isSurelyUnsent`: no byte of the request can have been read. */
export type ResendFailure = ErrorResponse & { networkCode?: string; isSurelyUnsent?: boolean };

/**
 * Resend's SDK with another HTTP request. The SDK's request has no timeout and does not report why a connection failed,
 * but that reason tells whether the mail may have been sent.
 */
export class ResendClient extends Resend {
  constructor(
    apiKey: string,
    baseUrl: string | undefined,
    readonly timeoutMs: number,
  ) {
    super(apiKey, { ...(baseUrl && { baseUrl: stripEnd(baseUrl, "/") }) });
  }

  /** Sends a batch as JSON bytes. Performance: the SDK's method keeps several copies of each mail until the answer. */
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

/** The request that the SDK passes to `fetchRequest`. */
interface SdkRequest {
  method: string;
  headers: Headers;
  body: string | Uint8Array;
}

/** Reads the error of an answer. Proxies and load balancers may answer in HTML: then only the status is used. */
function errorOf(statusCode: number, body: string): ErrorResponse {
  const parsed = z.object({ name: z.string().regex(/^[a-z_]{1,60}$/) }).safeParse(parseJson(body));
  // The API has more names than the SDK's types list.
  const name = (parsed.data?.name ?? "application_error") as ErrorResponse["name"];
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
