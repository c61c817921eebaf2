import { expect, it } from "vitest";
import { ParserBusyError } from "@/lib/formats/parser-busy-error";
import { answer } from "@/lib/http/answer";

it("a file that the parser had no time to read is answered with 503 and Retry-After, and not refused", async () => {
  const handler = answer(async () => {
    throw new ParserBusyError();
  });
  const response = await handler(new Request("http://localhost/api/v1/invoices"), undefined);
  expect([response.status, response.headers.get("content-type")]).toEqual([503, "application/problem+json"]);
  expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await response.json()).toMatchObject({ type: "urn:e-facture:problem:unavailable" });
});
