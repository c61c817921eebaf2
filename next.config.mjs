import createNextIntlPlugin from "next-intl/plugin";
import { SECURITY_HEADERS } from "./lib/http/security-headers.mjs";

const withLocale = createNextIntlPlugin({
  requestConfig: "./app/request-config.ts",
  experimental: {
    // Messages are parsed at build time, not at each request.
    messages: { path: "./messages", format: "json", locales: "infer", precompile: true },
  },
});

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks the types, also of tests and scripts; `npm start` need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // The portal has no picture to resize: /_next/image, which would decode any file of this site, answers 404.
  images: { unoptimized: true },
  serverExternalPackages: ["@node-rs/argon2", "postgres", "@cantoo/pdf-lib", "read-excel-file"],
  experimental: {
    // What passes through proxy.ts is held in memory twice; the guard refuses larger bodies (lib/http/guard-requests.ts).
    proxyClientMaxBodySize: "2mb",
  },
  headers: async () => [
    { source: "/:path*", headers: SECURITY_HEADERS },
    {
      source: "/d/:path*",
      headers: [
        { key: "Referrer-Policy", value: "no-referrer" },
        { key: "X-Robots-Tag", value: "noindex" },
      ],
    },
    {
      source: "/api/:path*",
      headers: [{ key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'" }],
    },
    // Webmail shows a supplier's logo on a page of another site.
    { source: "/api/logo/:path*", headers: [{ key: "Cross-Origin-Resource-Policy", value: "cross-origin" }] },
  ],
};

export default withLocale(config);
