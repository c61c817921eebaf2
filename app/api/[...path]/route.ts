import { notFound } from "@/lib/http/problem";

/** Whatever else is asked of the API: a problem, not a page. */
const nothing = () => notFound();

export {
  nothing as DELETE,
  nothing as GET,
  nothing as HEAD,
  nothing as OPTIONS,
  nothing as PATCH,
  nothing as POST,
  nothing as PUT,
};
