import { isIP } from "node:net";
import { env } from "@/lib/env";

/**
 * The address a request came from, or "" when it cannot be known. `X-Forwarded-For` counts only from the right, and
 * only as many hops as `TRUSTED_PROXY_HOPS` says are ours: what stands further left, anybody can write.
 */
export function clientAddress(headers: Headers): string {
  const hops = env().TRUSTED_PROXY_HOPS;
  if (hops === 0) return "";
  const forwarded = (headers.get("x-forwarded-for") ?? "").split(",").map((part) => part.trim());
  const address = forwarded.at(-hops) ?? "";
  return isIP(address) ? address : "";
}

/** The network an address belongs to for throttling: /24 of IPv4, /64 of IPv6. */
export function networkOf(address: string): string {
  if (isIP(address) === 4) return `${address.split(".").slice(0, 3).join(".")}.0/24`;
  if (isIP(address) === 6) return `${expandIpv6(address).slice(0, 4).join(":")}::/64`;
  return "";
}

function expandIpv6(address: string): string[] {
  const [head = "", tail] = (address.split("%")[0] ?? "").toLowerCase().split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const gap = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  return [...left, ...Array<string>(gap).fill("0"), ...right].map((group) => group.replace(/^0+(?=.)/, ""));
}
