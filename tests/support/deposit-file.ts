import { demo, type demoUser } from "./demo";

/** Deposits a file with its metadata for the account of a demo user; returns the invoice's id. */
export async function depositFile(
  user: Pick<ReturnType<typeof demoUser>, "customerNumber" | "supplier">,
  file: { bytes: Uint8Array; fileName: string },
  metadata: object = {},
): Promise<string> {
  const form = new FormData();
  form.set("metadata", JSON.stringify({ customerNumber: user.customerNumber, ...metadata }));
  form.set("file", new Blob([new Uint8Array(file.bytes)]), file.fileName);
  const response = await fetch(`${process.env.E2E_URL}/api/v1/invoices`, {
    method: "POST",
    headers: { authorization: `Bearer ${demo().supplierKeys[user.supplier ?? ""] ?? ""}` },
    body: form,
  });
  const answer = (await response.json()) as { id?: string };
  if (!answer.id) throw new Error(`The deposit was refused: ${JSON.stringify(answer)}`);
  return answer.id;
}
