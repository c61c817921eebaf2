import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { exchange, NoAnswer } from "@/lib/mails/transports/http-exchange";

let server: Server;
let url: string;

beforeAll(async () => {
  server = createServer((request, response) => response.end("x".repeat(Number(request.url?.slice(1)))));
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const ask = (bytes: number) =>
  exchange(`${url}/${bytes}`, { method: "GET", headers: new Headers(), body: "" }, 10_000);

it("reads an answer of at most 1 MB, so that a hostile receiver cannot fill the memory", async () => {
  expect((await ask(1024 * 1024)).body).toHaveLength(1024 * 1024);
  await expect(ask(1024 * 1024 + 1)).rejects.toThrow(NoAnswer);
});
