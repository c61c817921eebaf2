import type { SupplierKey } from "@/lib/access/viewer";
import { answer } from "@/lib/http/answer";
import type { Problem } from "@/lib/http/problem";
import { refuseCaller } from "@/lib/http/refuse-caller";
import type { KeyScope } from "@/lib/key-scopes";
import { authenticateSupplierKey } from "@/lib/tokens/api-credentials";

/**
 * Wraps a route handler of the API for suppliers. Answers 401 without a valid key, and 403 when its supplier is suspended
 * or the key has not the scope; otherwise runs `handler` as the key.
 */
export function answerSupplierKey<Context>(
  scope: KeyScope,
  handler: (viewer: SupplierKey, request: Request, context: Context) => Promise<Response>,
): (request: Request, context: Context) => Promise<Response> {
  return answer<Context>(async (request, context) => {
    const key = await authenticateSupplierKey(request.headers);
    if (!key) return refuseCaller(request, "key_refused");
    if (key.isSuspended) return refuseCaller(request, "key_refused", SUSPENDED);
    if (!key.scopes.includes(scope)) return refuseCaller(request, "key_refused", scopeMissing(scope));
    return handler(key.viewer, request, context);
  });
}

const SUSPENDED: Problem = {
  status: 403,
  type: "supplier-suspended",
  title: "This supplier is suspended.",
  detail: "Its keys can do nothing until the operator of the installation lets it work again.",
};

const scopeMissing = (scope: KeyScope): Problem => ({
  status: 403,
  type: "scope-missing",
  title: "This key may not be used for that.",
  detail: `It needs the scope "${scope}". A manager of the supplier creates keys in the console, on the page of API keys.`,
});
