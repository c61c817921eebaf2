import { createServer, get, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { followDelivery, followResponses } from "@/lib/http/response-head";

/** More than the buffers between two programs can hold. */
const LARGE = Buffer.alloc(16 * 1024 * 1024);

let answer: (response: ServerResponse) => void;
/** Whether the whole answer was sent; known when the server has finished with it. */
let delivered: Promise<ReturnType<ReturnType<typeof followDelivery>>>;
let url = "";

const server = createServer((_, response) => {
  const wasDelivered = followDelivery();
  delivered = new Promise((resolve) => response.once("close", () => resolve(wasDelivered())));
  answer(response);
});

beforeAll(async () => {
  followResponses();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

/** Sends a request, lets `how` handle the response, and waits until the connection is closed. */
const read = (how: (response: IncomingMessage) => void) =>
  new Promise<void>((resolve, reject) => {
    const request = get(url, { agent: false }, (response) => {
      response.once("close", resolve).once("error", () => resolve());
      how(response);
    });
    request.once("error", reject);
  });

it("an answer that is read to its end was delivered", async () => {
  answer = (response) => response.end(LARGE);
  await read((response) => response.resume());
  expect(await delivered).toBe("delivered");
});

it("an answer whose reader disconnects before the end was not delivered", async () => {
  answer = (response) => response.end(LARGE);
  await read((response) => response.once("data", () => response.destroy()));
  expect(await delivered).toBe(null);
});

it("an answer that the server itself cuts was not delivered", async () => {
  answer = (response) => {
    response.writeHead(200, { "content-length": LARGE.length });
    response.write("the beginning", () => response.destroy());
  };
  await read((response) => response.resume());
  expect(await delivered).toBe(null);
});

it("an answer counts as requested when the host does not expose its response object", () => {
  expect(followDelivery()()).toBe("requested");
});
