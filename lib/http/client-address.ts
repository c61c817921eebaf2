import { isIP } from "node:net";
import { env } from "@/lib/env";

/**
 * Returns the client's address, or "" when it is unknown. `X-Forwarded-For` is read from the right, and only as many
 * entries as `TRUSTED_PROXY_HOPS` says: entries further left can be forged.
 */
export function clientAddress(headers: Headers): string {
  const hops = env().TRUSTED_PROXY_HOPS;
  if (hops === 0) return "";
  const forwarded = (headers.get("x-forwarded-for") ?? "").split(",").map((part) => part.trim());
  const address = forwarded.at(-hops) ?? "";
  return isIP(address) ? address : "";
}

/**
 * Returns the network of an address for throttling: /24 for IPv4, also as `::ffff:…` (RFC 4291, 2.5.5.2); /64 for
 * IPv6.
 */
export function networkOf(address: string): string {
  if (isIP(address) === 4) return `${address.split(".").slice(0, 3).join(".")}.0/24`;
  if (isIP(address) !== 6) return "";
  const groups = expandIpv6(address);
  if (/^(0:){5}ffff:/.test(groups.join(":"))) return networkOf(dotted(groups.slice(6)));
  return `${groups.slice(0, 4).join(":")}::/64`;
}

const dotted = (groups: string[]) =>
  groups.flatMap((group) => [parseInt(group, 16) >> 8, parseInt(group, 16) & 255]).join(".");

/** Returns the eight groups of an IPv6 address without leading zeros; an IPv4 part at the end becomes two groups. */
function expandIpv6(address: string): string[] {
  const written = (address.split("%")[0] ?? "").toLowerCase();
  const hex = written.replace(/(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/, (_quad, ...bytes: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.slice(0, 4).map(Number);
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  });
  const [head = "", tail] = hex.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const gap = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  return [...left, ...Array<string>(gap).fill("0"), ...right].map((group) => group.replace(/^0+(?=.)/, ""));
}
