import { Agent, get } from "node:http";
import { signedInCookies } from "./signed-in";

export interface Answer {
  status: number;
  /** The size of the body as transferred, compressed. */
  bytes: number;
  text: string;
}

export type Visit = (path: string, headers?: Record<string, string>) => Promise<Answer>;

/** A signed-in client that sends requests like a browser, over one connection that stays open. */
export async function visitor(url: string): Promise<Visit> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const standard = {
    cookie: await signedInCookies(),
    accept: "text/html",
    "accept-encoding": "gzip",
  };
  return (path, headers = {}) =>
    new Promise((resolve, reject) => {
      const request = get(url + path, { agent, headers: { ...standard, ...headers } }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () => {
          const body = Buffer.concat(chunks);
          resolve({ status: response.statusCode ?? 0, bytes: body.length, text: body.toString() });
        });
        response.on("error", reject);
      });
      request.on("error", reject);
    });
}
