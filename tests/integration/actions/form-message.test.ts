import "next/dist/server/node-environment-baseline";
import { describe, expect, it } from "vitest";
import { refuse, say } from "@/lib/actions/answer";
import { text } from "@/lib/actions/fields";
import { publicAction } from "@/lib/actions/wrappers";
import { flashFor } from "@/tests/support/flash-for";
import { runAction } from "@/tests/support/server-action";
import { passTime } from "../sign-in/sign-in-world";

const fields = { name: text(30_000) };

function form(name: string): FormData {
  const data = new FormData();
  data.append("name", name);
  return data;
}

describe("the message for a page", () => {
  it("fits into a cookie however long it is", async () => {
    const action = publicAction(fields, async () => refuse("/page", { reason: "long" }));
    const { cookies } = await runAction(() => action(form("é".repeat(30_000))));
    const [cookie = []] = Object.entries(cookies);
    expect(cookie.join("=").length).toBeLessThan(4_000);
    expect(await flashFor("/page", cookies)).toMatchObject({
      typed: { name: expect.stringMatching(/^é{900}/) },
    });
  });

  const NOTHING = { result: {}, typed: {} };

  it("is shown only on its own page, for a minute, and never when the cookie was forged", async () => {
    const action = publicAction(fields, async () => say("/page", { saved: "name" }));
    const { cookies } = await runAction(() => action(form("Lila")));
    const [[name = "", value = ""] = []] = Object.entries(cookies);
    expect(name).toBe("__Secure-flash-page");
    expect(await flashFor("/other", { "__Secure-flash-other": value })).toEqual(NOTHING);
    const written = JSON.stringify({ result: { saved: "forged" }, typed: {} });
    for (const forged of [
      Buffer.from(written).toString("base64url"),
      "",
      `A${value.slice(1)}`,
      value.slice(0, -4),
    ])
      expect(await flashFor("/page", { [name]: forged }), forged).toEqual(NOTHING);
    passTime(59_000);
    expect(await flashFor("/page", cookies)).toEqual({ result: { saved: "name" }, typed: {} });
    passTime(1_000);
    expect(await flashFor("/page", cookies)).toEqual(NOTHING);
  });
});
