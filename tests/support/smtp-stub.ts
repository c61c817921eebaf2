import type { AddressInfo, Socket } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";

/** How a connection fails, at the named command. */
export type SmtpFault =
  | { kind: "answer"; at: "connect" | "mail" | "rcpt" | "data"; code: number; text?: string }
  /** The connection is cut: before the message, inside it, or after it was accepted, without an answer. */
  | { kind: "reset"; at: "mail" | "message" | "accepted" }
  /** The connection is closed normally instead of the greeting. */
  | { kind: "close"; at: "connect" }
  /** No answer ever comes. */
  | { kind: "hang"; at: "connect" | "rcpt" | "accepted" };

export interface AcceptedMessage {
  envelope: { from: string; to: string[] };
  raw: Buffer;
  parsed: Email;
}

export interface SmtpStub {
  readonly url: string;
  readonly accepted: AcceptedMessage[];
  /** Each fault applies once, in this order. */
  failNext(...faults: SmtpFault[]): void;
  /** Stops the server; the returned function starts it again on the same port. */
  goDown(): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** A real SMTP server (smtp-server) that accepts mails for everybody and fails as a test asks. */
export async function startSmtpStub(): Promise<SmtpStub> {
  const accepted: AcceptedMessage[] = [];
  const faults: SmtpFault[] = [];
  const sockets = new Set<Socket>();
  const takeFault = (at: SmtpFault["at"]) => (faults[0]?.at === at ? faults.shift() : undefined);

  function failOrContinue(
    at: SmtpFault["at"],
    session: SMTPServerSession,
    done: (error?: Error | null) => void,
  ): void {
    const fault = takeFault(at);
    if (!fault) return done();
    if (fault.kind === "hang") return;
    if (fault.kind === "reset") return cut(session);
    if (fault.kind === "close") return close(session);
    done(Object.assign(new Error(fault.text ?? "No."), { responseCode: fault.code }));
  }
  const cut = ({ remotePort }: SMTPServerSession) => {
    for (const socket of sockets) if (socket.remotePort === remotePort) socket.resetAndDestroy();
  };

  const close = ({ remotePort }: SMTPServerSession) => {
    for (const socket of sockets) if (socket.remotePort === remotePort) socket.end();
  };

  async function receive(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) {
      chunks.push(chunk as Buffer);
      if (takeFault("message")) return cut(session);
    }
    const raw = Buffer.concat(chunks);
    const { mailFrom, rcptTo } = session.envelope;
    const envelope = { from: mailFrom ? mailFrom.address : "", to: rcptTo.map(({ address }) => address) };
    accepted.push({ envelope, raw, parsed: await PostalMime.parse(raw) });
  }

  const open = async (port: number): Promise<SMTPServer> => {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["AUTH", "STARTTLS"],
      closeTimeout: 1,
      onConnect: (session, done) => failOrContinue("connect", session, done),
      onMailFrom: (_address, session, done) => failOrContinue("mail", session, done),
      onRcptTo: (_address, session, done) => failOrContinue("rcpt", session, done),
      onData: (stream, session, done) => {
        const refusal = takeFault("data");
        if (refusal?.kind === "answer") {
          stream.resume();
          stream.once("end", () =>
            done(Object.assign(new Error(refusal.text ?? "No."), { responseCode: refusal.code })),
          );
          return;
        }
        void receive(stream, session).then(() => failOrContinue("accepted", session, done), done);
      },
    });
    server.on("error", () => {});
    server.server.on("connection", (socket: Socket) => {
      sockets.add(socket);
      socket.once("close", () => sockets.delete(socket));
    });
    await new Promise<void>((ready) => server.listen(port, "127.0.0.1", ready));
    return server;
  };

  let server = await open(0);
  const { port } = server.server.address() as AddressInfo;
  const stop = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((done) => server.close(done));
  };

  return {
    url: `smtp://127.0.0.1:${port}`,
    accepted,
    failNext: (...next) => void faults.push(...next),
    async goDown() {
      await stop();
      return async () => void (server = await open(port));
    },
    close: stop,
  };
}
