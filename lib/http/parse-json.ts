/** Parses a JSON body. Returns undefined for invalid JSON, which all schemas of objects refuse. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
