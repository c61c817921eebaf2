import { createSocket } from "node:dgram";
import { once } from "node:events";
import type { AddressInfo } from "node:net";

type RecordType = "TXT" | "MX" | "CNAME";

const CODES: Record<RecordType, number> = { CNAME: 5, MX: 15, TXT: 16 };

export interface DnsStub {
  /** For `useDnsServers`. */
  readonly address: string;
  /** The records that it answers with: by type and name, such as `TXT _dmarc.lease.example`. */
  readonly records: Map<string, string[]>;
  /** From now on it answers nothing. */
  goSilent(): void;
  close(): Promise<void>;
}

/** A DNS server over UDP (RFC 1035) that knows a few records, and answers NXDOMAIN for all other names. */
export async function startDnsStub(): Promise<DnsStub> {
  const records = new Map<string, string[]>();
  let isSilent = false;
  const socket = createSocket("udp4");
  socket.on("message", (query, from) => {
    if (!isSilent) socket.send(answerTo(query, records), from.port, from.address);
  });
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  return {
    address: `127.0.0.1:${(socket.address() as AddressInfo).port}`,
    records,
    goSilent: () => {
      isSilent = true;
    },
    close: async () => {
      const closed = once(socket, "close");
      socket.close();
      await closed;
    },
  };
}

function answerTo(query: Buffer, records: ReadonlyMap<string, string[]>): Buffer {
  const { name, end } = readName(query);
  const code = query.readUInt16BE(end);
  const type = (Object.keys(CODES) as RecordType[]).find((one) => CODES[one] === code);
  const values = (type && records.get(`${type} ${name}`)) ?? [];
  const header = Buffer.from(query.subarray(0, 12));
  // A response to this question with recursion; 3 is « no such name ».
  header.writeUInt16BE(values.length > 0 ? 0x8180 : 0x8183, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(values.length, 6);
  header.writeUInt32BE(0, 8);
  const answers = values.map((value) => record(code, dataOf(type ?? "TXT", value)));
  return Buffer.concat([header, query.subarray(12, end + 4), ...answers]);
}

function readName(query: Buffer): { name: string; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString("ascii", at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join(".").toLowerCase(), end: at + 1 };
}

/** A record for the name of the question (a pointer to it), valid for a minute. */
function record(code: number, data: Buffer): Buffer {
  const head = Buffer.alloc(12);
  head.writeUInt16BE(0xc00c, 0);
  head.writeUInt16BE(code, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt32BE(60, 6);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}

function dataOf(type: RecordType, value: string): Buffer {
  if (type === "CNAME") return nameBytes(value);
  if (type === "MX") return Buffer.concat([Buffer.from([0, 10]), nameBytes(value)]);
  const parts = value.match(/.{1,255}/gs) ?? [""];
  return Buffer.concat(parts.map((part) => Buffer.concat([Buffer.from([part.length]), Buffer.from(part)])));
}

const nameBytes = (name: string): Buffer =>
  Buffer.concat([
    ...name.split(".").map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)])),
    Buffer.from([0]),
  ]);
