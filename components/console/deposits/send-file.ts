/** Why a file did not arrive. Only after `too_large_for_host` the next file is tried. */
export type LostReason =
  "too_large_for_host" | "signed_out" | "no_access" | "too_often" | "busy" | "offline" | "cut_off";

/** What the server answered about one file. */
interface Arrived {
  outcome: "created" | "already_there" | "refused" | "too_large";
  /** The outcome in words. */
  text: string;
  /** The page of a refused file. */
  href: string | null;
}

export type SendResult = Arrived | { outcome: "lost"; reason: LostReason };

/**
 * Sends one file, and reports the progress in percent. Never rejects: what did not arrive is `lost` with the reason.
 * Only XMLHttpRequest reports the progress of a request's body.
 */
export function sendFile(
  action: string,
  file: File,
  onProgress: (percent: number) => void,
): Promise<SendResult> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded, total }) => onProgress(Math.floor((loaded / total) * 100));
    request.onerror = () => resolve({ outcome: "lost", reason: navigator.onLine ? "cut_off" : "offline" });
    request.onload = () => {
      const answer = request.response as Arrived | null;
      const isAnswer = request.status === 200 && answer !== null;
      resolve(isAnswer ? answer : { outcome: "lost", reason: reasonOf(request.status) });
    };
    request.open("POST", action);
    request.responseType = "json";
    request.setRequestHeader("accept", "application/json");
    const body = new FormData();
    body.append("file", file);
    request.send(body);
  });
}

/** The reasons for the statuses of the portal, and of the host or proxy before it. */
function reasonOf(status: number): LostReason {
  if (status === 401) return "signed_out";
  if (status === 403 || status === 404) return "no_access";
  if (status === 413) return "too_large_for_host";
  if (status === 429) return "too_often";
  return status >= 500 ? "busy" : "cut_off";
}
