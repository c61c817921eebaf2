import { randomUUID } from "node:crypto";
import { Agent, type IncomingMessage, request } from "node:http";
import { connect, type Socket } from "node:net";
import { sealSessionId, SESSION_COOKIE } from "@/lib/http/session-cookie";
import { asOwner } from "@/tests/support/world";

export interface Answer {
  status: number;
  location: string;
  body: Buffer;
  ms: number;
}

export interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: Buffer | string;
  /** The address that the request comes from, which the reverse proxy would name. The portal takes the network from it. */
  from?: string;
}

/** Sends a request over a new connection and waits for the whole answer. The status is 0 when the connection breaks. */
export function ask(url: string, { method = "GET", headers = {}, body, from = "127.0.0.1" }: Asked = {}) {
  const start = performance.now();
  return new Promise<Answer>((resolve) => {
    const broken = () =>
      resolve({ status: 0, location: "", body: Buffer.alloc(0), ms: performance.now() - start });
    const sent = request(
      url,
      {
        method,
        headers: { "x-forwarded-for": from, ...headers },
        localAddress: from,
        family: 4,
        agent: new Agent({ maxSockets: 1 }),
      },
      (response: IncomingMessage) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", broken);
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            location: response.headers.location ?? "",
            body: Buffer.concat(chunks),
            ms: performance.now() - start,
          }),
        );
      },
    );
    sent.on("error", broken);
    sent.end(body);
  });
}

/** Opens a connection, sends the bytes and keeps it open. With `isStalled` it reads nothing of the answer. */
export function hold(url: string, bytes: string, { isStalled }: { isStalled: boolean }): Socket {
  const { hostname, port } = new URL(url);
  const socket = connect({ port: Number(port), host: hostname === "localhost" ? "127.0.0.1" : hostname });
  socket.on("error", () => {});
  socket.write(bytes);
  if (isStalled) socket.pause();
  else socket.resume();
  return socket;
}

/** The `Cookie` of a new session of this user. */
export async function cookieOf(userId: string): Promise<string> {
  const [id, at] = [randomUUID(), new Date()];
  const expiresAt = new Date(at.getTime() + 8 * 3_600_000);
  await asOwner(
    (sql) => sql`
      insert into sessions (id, user_id, stamp, created_at, last_seen_at, expires_at)
      select ${id}, id, stamp, ${at}, ${at}, ${expiresAt} from users where id = ${userId}`,
  );
  return `${SESSION_COOKIE}=${await sealSessionId(id, expiresAt, at)}`;
}

/** Reads the hidden fields of the page's form that contains `field`, as a browser without scripts sends them. */
export async function readForm(url: string, field = "password"): Promise<[string, string][]> {
  const html = (await ask(url, { headers: { accept: "text/html" } })).body.toString();
  const forms = html.match(/<form[^>]*>[\s\S]*?<\/form>/g) ?? [];
  const form = forms.find((one) => one.includes(`name="${field}"`)) ?? "";
  const hidden = [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => {
    const attribute = (name: string) => decoded(input.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1] ?? "");
    return [attribute("name"), attribute("value")] as [string, string];
  });
  if (hidden.length === 0) throw new Error("The page has no such form.");
  return hidden;
}

const decoded = (text: string) =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");

/** A form as `multipart/form-data`. */
export function multipart(fields: readonly [string, string | { fileName: string; bytes: Uint8Array }][]) {
  const boundary = "----starvation";
  const parts = fields.map(([name, value]) => {
    const isText = typeof value === "string";
    const file = isText ? "" : `; filename="${value.fileName}"\r\nContent-Type: application/octet-stream`;
    return Buffer.concat([
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n`),
      Buffer.from(isText ? value : value.bytes),
      Buffer.from("\r\n"),
    ]);
  });
  return {
    body: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
    type: `multipart/form-data; boundary=${boundary}`,
  };
}
