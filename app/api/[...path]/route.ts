import { notFound } from "@/lib/http/problem";

/** Answers unknown API paths with a problem document, not with the HTML page. */
const refuseUnknownPath = () => notFound();

export {
  refuseUnknownPath as DELETE,
  refuseUnknownPath as GET,
  refuseUnknownPath as HEAD,
  refuseUnknownPath as OPTIONS,
  refuseUnknownPath as PATCH,
  refuseUnknownPath as POST,
  refuseUnknownPath as PUT,
};
