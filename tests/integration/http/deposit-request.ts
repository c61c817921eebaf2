import { POST } from "@/app/api/v1/invoices/route";

const URL_OF_DEPOSITS = "http://localhost:3000/api/v1/invoices";

export type Part =
  | { name: string; value: string }
  | { name: string; fileName: string; bytes: Uint8Array | string; type?: string };

const BOUNDARY = "----a-boundary-of-the-tests";
export const MULTIPART = `multipart/form-data; boundary=${BOUNDARY}`;

/** A body as a client writes it, byte for byte (RFC 7578). */
export function multipartBody(parts: Part[], end = `--${BOUNDARY}--\r\n`): Buffer {
  const written = parts.map((part) => {
    const isFile = "bytes" in part;
    const name = isFile
      ? `; filename="${part.fileName}"\r\nContent-Type: ${part.type ?? "application/xml"}`
      : "";
    const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${part.name}"${name}\r\n\r\n`;
    return Buffer.concat([
      Buffer.from(head),
      Buffer.from(isFile ? part.bytes : part.value),
      Buffer.from("\r\n"),
    ]);
  });
  return Buffer.concat([...written, Buffer.from(end)]);
}

interface Sent {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

/** Sends a request to the route handler itself. */
export async function send(request: Request): Promise<Sent> {
  const response = await POST(request, {});
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  };
}

export function depositRequest(
  key: string | null,
  body: Buffer | ReadableStream<Uint8Array>,
  headers: Record<string, string> = {},
  query = "",
): Request {
  const credentials: Record<string, string> = key === null ? {} : { authorization: `Bearer ${key}` };
  // `duplex` is what fetch asks of streamed bodies; the DOM's types do not know it.
  const init: RequestInit & { duplex: "half" } = {
    method: "POST",
    headers: { "content-type": MULTIPART, ...credentials, ...headers },
    body: Buffer.isBuffer(body) ? new Uint8Array(body) : body,
    duplex: "half",
  };
  return new Request(URL_OF_DEPOSITS + query, init);
}

/** One file and its metadata. */
export function sendFile(
  key: string | null,
  file: { bytes: Uint8Array | string; fileName: string },
  metadata?: object | string,
  query = "",
): Promise<Sent> {
  const parts: Part[] = [{ name: "file", ...file }];
  if (metadata !== undefined)
    parts.push({
      name: "metadata",
      value: typeof metadata === "string" ? metadata : JSON.stringify(metadata),
    });
  return send(depositRequest(key, multipartBody(parts), {}, query));
}

/** The types of the faults in a problem response. */
export const faults = (sent: Sent): string[] =>
  ((sent.body.problems as { type: string }[] | undefined) ?? []).map(({ type }) => type);

/** The fields of the answer to an accepted deposit, in the order of the contract. */
export const CONTRACT_FIELDS =
  "id number type typeCode issuedOn dueOn currency totalWithVat totalWithoutVat sellerName buyerName contracts vehicles format profile sha256 size legalRole warnings".split(
    " ",
  );
