const UTF_8 = new TextDecoder("utf-8", { fatal: true });

/** Parses a JSON body. Returns undefined for invalid JSON and invalid UTF-8, which all schemas of objects refuse. */
export function parseJson(body: string | Uint8Array): unknown {
  try {
    return JSON.parse(typeof body === "string" ? body : UTF_8.decode(body));
  } catch {
    return undefined;
  }
}
