import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stripEnd } from "@/lib/strip";

type Target = { ok: true; url: string; key: string } | { ok: false; detail: string };

/** Returns the URL and key for deposits: the given ones, else those of the portal that `npm start` runs here. */
export function findTarget(given: { supplier: string; url?: string; key?: string }): Target {
  if (given.url && given.key) return { ok: true, url: stripEnd(given.url, "/"), key: given.key };
  const demo = readDemo();
  const url = given.url ?? demo?.url;
  const key = given.key ?? demo?.supplierKeys?.[given.supplier];
  if (!url)
    return { ok: false, detail: "No portal runs here: run npm start first, or give --url and --key." };
  if (!key) {
    const known = Object.keys(demo?.supplierKeys ?? {}).join(", ") || "none";
    return {
      ok: false,
      detail: `No key is known for the supplier ${given.supplier} (known here: ${known}). Give --key.`,
    };
  }
  return { ok: true, url: stripEnd(url, "/"), key };
}

function readDemo(): { url?: string; supplierKeys?: Record<string, string> } | null {
  try {
    return JSON.parse(readFileSync(join(process.env.DATA_DIR ?? ".data", "demo.json"), "utf8"));
  } catch {
    return null;
  }
}
