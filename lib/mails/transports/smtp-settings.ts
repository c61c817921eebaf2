/**
 * Returns nodemailer's settings for the server of `smtp://user:password@host:port`. `smtps` uses TLS from the start
 * (RFC 8314). With `smtp` the server must offer STARTTLS, except a server on this machine, or when `?requireTLS=false`
 * allows a relay in the same network without it.
 */
export function smtpSettings(url: string) {
  const { protocol, hostname, port, username, password, searchParams } = new URL(url);
  const secure = protocol === "smtps:";
  const isLocal = /^(localhost|127\.[\d.]+|\[::1\])$/.test(hostname);
  return {
    host: hostname.replace(/^\[|\]$/g, ""),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !isLocal && searchParams.get("requireTLS") !== "false",
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
  };
}
