/** No answer from the parser in time. It says nothing about the file: the server was overloaded, so ask again later. */
export class ParserBusyError extends Error {
  /** `lib/http/is-unavailable.ts` recognises this code, and the request is answered 503 with Retry-After. */
  readonly code = "PARSER_BUSY";

  constructor() {
    super("The parser did not answer in time.");
  }
}
