import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { afterEach, expect, it } from "vitest";
import { sendFile } from "@/scripts/deposit/send-file";

const path = fileURLToPath(new URL("../../fixtures/field/rounding-bt114.xml", import.meta.url));
const server = createServer();

afterEach(() => server.close());

it("npm run deposit sends a file again when the portal had no time for it, and then reports the result", async () => {
  const answers = [
    {
      status: 503,
      head: { "retry-after": "1" },
      body: { title: "The portal cannot answer at this moment." },
    },
    { status: 201, head: {}, body: { number: "FIELD-ARR" } },
  ];
  let asked = 0;
  server.on("request", (request, response) => {
    const { status, head, body } = answers[asked++] ?? { status: 500, head: {}, body: {} };
    request.resume().on("end", () => response.writeHead(status, head).end(JSON.stringify(body)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const line = await sendFile({ url, key: "key", path, metadata: {}, dryRun: false });
  expect([asked, line.result, line.number]).toEqual([2, "accepted", "FIELD-ARR"]);
});
