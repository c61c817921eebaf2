import { createServer } from "node:http";
import { type AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { env } from "@/lib/env";
import { guardRequests } from "@/lib/http/guard-requests";
import { followOwnConnections } from "@/lib/http/own-connections";
import { RESOURCES } from "@/lib/limits/resources";
import { takeTurn } from "@/lib/limits/take-turn";

let endGuard: () => void;

afterEach(() => endGuard());

it.each(["GET", "POST"])(
  "a %s that the server sends itself does not wait for the turn of the action that sends it",
  async (method) => {
    followOwnConnections();
    endGuard = guardRequests();
    const server = createServer((_request, response) => response.end("passed"));
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const { port } = server.address() as AddressInfo;
    const owners = ["session:strangers of 127.0.0.0/24" as const];
    const held = await Promise.all(
      Array.from({ length: RESOURCES.pages.each.session }, () => takeTurn("pages", { owners })),
    );
    const answer = await fetch(`http://127.0.0.1:${port}/next`, {
      method,
      body: method === "POST" ? "form" : null,
      headers: { "x-forwarded-host": new URL(env().APP_URL).host },
      signal: AbortSignal.timeout(RESOURCES.pages.waitMs / 2),
    });
    expect(await answer.text()).toBe("passed");
    for (const turn of held) turn?.release();
    server.close();
  },
);
