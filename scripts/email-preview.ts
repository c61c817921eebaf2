import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { previewPage } from "./email-preview/preview-page";

/** `npm run email`: shows all mails on a local page, at the widths of a phone and a computer, until Ctrl-C. */
const server = createServer((request, response) => {
  const html = previewPage(new URL(request.url ?? "/", "http://localhost"));
  response.writeHead(html === null ? 404 : 200, { "Content-Type": "text/html; charset=utf-8" });
  response.end(html ?? "Not found");
});
server.listen(Number(process.env.PORT ?? 0), "127.0.0.1");
await once(server, "listening");
console.log(
  `\n  Mail templates: http://localhost:${(server.address() as AddressInfo).port}  (Ctrl-C ends)\n`,
);
await once(server, "close");
