import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface DomainsStub {
  readonly url: string;
  /** The status of each registered domain. */
  readonly domains: Map<string, string>;
  /** Each request as `METHOD path`. */
  readonly requests: string[];
  /** From now on each request gets this status. */
  failWith(status: number): void;
  close(): Promise<void>;
}

/** Behaves like the part of Resend's API that registers and verifies domains. */
export async function startDomainsStub(): Promise<DomainsStub> {
  const domains = new Map<string, string>();
  const requests: string[] = [];
  let failure: number | null = null;
  const idOf = (name: string) => `id-${name}`;
  const shown = (name: string) => ({
    ...{ object: "domain", id: idOf(name), name, status: domains.get(name) },
    records: [
      {
        record: "SPF",
        name: "send",
        type: "MX",
        ttl: "Auto",
        status: "pending",
        value: "feedback.mails.example",
        priority: 10,
      },
      {
        record: "SPF",
        name: "send",
        type: "TXT",
        ttl: "Auto",
        status: "pending",
        value: "v=spf1 include:mails.example ~all",
      },
      {
        record: "DKIM",
        name: "resend._domainkey",
        type: "TXT",
        ttl: "Auto",
        status: "pending",
        value: "p=MIGfMA0G",
      },
      {
        record: "Receiving",
        name: "",
        type: "MX",
        ttl: "Auto",
        status: "pending",
        value: "inbound.mails.example",
        priority: 10,
      },
    ],
  });

  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://stub").pathname;
    requests.push(`${request.method} ${path}`);
    const answer = (status: number, body: unknown) => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    };
    if (failure !== null) return answer(failure, { statusCode: failure, name: "restricted_api_key" });
    const named = [...domains.keys()].find((name) => path.includes(idOf(name)));
    if (request.method === "GET" && path === "/domains")
      return answer(200, { object: "list", has_more: false, data: [...domains.keys()].map(shown) });
    if (request.method === "POST" && path === "/domains") {
      let body = "";
      request.on("data", (part) => (body += String(part)));
      request.on("end", () => {
        const { name } = JSON.parse(body) as { name: string };
        domains.set(name, "not_started");
        answer(201, shown(name));
      });
      return;
    }
    if (named === undefined) return answer(404, { statusCode: 404, name: "not_found" });
    if (path.endsWith("/verify")) return answer(200, { object: "domain", id: idOf(named) });
    answer(200, shown(named));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    domains,
    requests,
    failWith: (status) => {
      failure = status;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
