import sharp from "sharp";
import { beforeEach, describe, expect, it } from "vitest";
import { GET } from "@/app/api/logo/[sha256]/route";
import { withViewer } from "@/lib/access/with-viewer";
import { mailSupplier } from "@/lib/mails/kinds/mail-supplier";
import { encodeLogo } from "@/lib/settings/logo/encode-logo";
import { removeLogo, saveLogo } from "@/lib/settings/logo/save-logo";
import { previewMail } from "@/lib/settings/preview-mail";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import { asOwner, makeSupplier, type TestSupplier } from "@/tests/support/world";
import { provenManager, rowOf, saveForm } from "./settings-world";

const START = new Date("2026-11-23T09:00:00Z");
let supplier: TestSupplier;
let session: Awaited<ReturnType<typeof provenManager>>;

beforeEach(async () => {
  clockAt(START);
  await testDatabase().reset();
  supplier = await makeSupplier();
  session = await provenManager(supplier);
});

const picture = (width: number, height: number, alpha = 0) =>
  sharp({ create: { width, height, channels: 4, background: { r: 11, g: 79, b: 108, alpha } } });
const fetchLogo = (sha256: string) =>
  GET(new Request(`http://localhost/api/logo/${sha256}`), { params: Promise.resolve({ sha256 }) });
const events = () =>
  asOwner(async (sql) =>
    (await sql`select action from audit_events order by at, id`).map(({ action }) => String(action)),
  );

describe("an uploaded picture", () => {
  it.each(["png", "jpeg", "webp"] as const)(
    "in %s becomes a PNG of bounded size, without metadata",
    async (format) => {
      const file = await picture(1_200, 300, 1)
        .withExif({ IFD0: { Copyright: "secret-canary" } })
        .toFormat(format)
        .toBuffer();
      const made = await encodeLogo(file);
      if (typeof made === "string") throw new Error(made);
      expect([made.width, made.height]).toEqual([480, 120]);
      expect(Buffer.from(made.bytes).includes("secret-canary")).toBe(false);
      const read = await sharp(made.bytes).metadata();
      expect(read).toMatchObject({ format: "png", width: 480, height: 120, hasAlpha: false });
      expect(read.exif).toBeUndefined();
    },
  );

  it("with a transparent background stands on white, and a small one is not enlarged", async () => {
    const made = await encodeLogo(await picture(10, 20).png().toBuffer());
    if (typeof made === "string") throw new Error(made);
    expect([made.width, made.height]).toEqual([10, 20]);
    const [red, green, blue] = await sharp(made.bytes).raw().toBuffer();
    expect([red, green, blue]).toEqual([255, 255, 255]);
  });

  it("is refused when it is missing, too large, no raster picture, or has too many pixels", async () => {
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
    );
    const gif = await picture(9, 9, 1).gif().toBuffer();
    const bomb = await picture(5_000, 4_000).png().toBuffer();
    const broken = (await picture(300, 300, 1).png().toBuffer()).subarray(0, 200);
    expect(bomb.length).toBeLessThan(512_000);
    expect(await encodeLogo(new Uint8Array())).toBe("file_missing");
    expect(await encodeLogo(new Uint8Array(512_001))).toBe("too_large");
    for (const file of [svg, gif, broken, Buffer.from("<script>alert(1)</script>")])
      expect(await encodeLogo(file)).toBe("not_a_picture");
    expect(await encodeLogo(bomb)).toBe("not_a_picture");
  }, 60_000);
});

describe("the logo of a supplier", () => {
  it("is in mails that are queued from now on, served unchanged for ever, and removed again", async () => {
    const file = await picture(480, 160, 1).png().toBuffer();
    expect(await saveLogo(session, file)).toEqual({ ok: true });
    expect(await saveLogo(session, file)).toEqual({ ok: true });
    const sha256 = String((await rowOf(supplier)).logo_sha256);
    const mail = await previewMail(session.viewer, "notification-link", "fr");
    const [image = ""] = /<img[^>]*>/.exec(mail?.html ?? "") ?? [];
    for (const part of [`/api/logo/${sha256}"`, 'width="180"', 'height="60"', 'alt="Loueur Essai"'])
      expect(image).toContain(part);
    expect(mail?.text).toContain("Loueur Essai");
    const served = await fetchLogo(sha256);
    expect(Object.fromEntries(served.headers)).toMatchObject({
      "content-type": "image/png",
      "cache-control": "public, max-age=31536000, immutable",
    });
    expect((await sharp(await served.arrayBuffer()).metadata()).format).toBe("png");
    expect(await removeLogo(session)).toEqual({ ok: true });
    expect(await removeLogo(session)).toEqual({ ok: true });
    expect(await withViewer({ kind: "job" }, (tx) => mailSupplier(tx, supplier.id))).toMatchObject({
      logo: null,
    });
    expect((await previewMail(session.viewer, "notification-link", "fr"))?.html).not.toContain("<img");
    expect((await fetchLogo(sha256)).status).toBe(200);
    expect(await events()).toEqual(["supplier_logo_changed", "supplier_logo_removed"]);
  });

  it("needs fresh proof, and is not found under another name", async () => {
    clockAt(new Date(START.getTime() + 6 * 60_000));
    expect(await saveLogo(session, await picture(9, 9, 1).png().toBuffer())).toMatchObject({
      reason: "proof_needed",
    });
    for (const name of ["0".repeat(64), "..", "a".repeat(63)])
      expect((await fetchLogo(name)).status).toBe(404);
  });
});

describe("the words of the trade", () => {
  it("stand in mails of their language", async () => {
    await saveForm(session, "words", { vehicle_fr_one: "engin n° 1", vehicle_fr_other: "engins" });
    const html = (await previewMail(session.viewer, "notification-link", "fr"))?.html ?? "";
    expect(html).toContain("Engin n° 1");
    expect(html).not.toContain("Véhicule<");
    expect((await previewMail(session.viewer, "notification-link", "en"))?.html).toContain("Vehicle");
  });
});
