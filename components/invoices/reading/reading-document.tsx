import { type ComponentType, useEffect, useState } from "react";
import type { PdfViewerProps } from "@/components/invoices/preview/pdf-viewer";
import type { ReadingEntry, ReadingWords } from "./reading-words";
import type { Prepared } from "./use-prepared";

interface ReadingDocumentProps {
  entry: ReadingEntry;
  prepared: Prepared | null;
  words: ReadingWords;
}

/** The document of the current invoice: its pages, or the readable view of an XML file. */
export function ReadingDocument({ entry, prepared, words }: ReadingDocumentProps) {
  const [viewer, setViewer] = useState<{ PdfViewer: ComponentType<PdfViewerProps> } | null>(null);
  const [failedId, setFailedId] = useState<string | null>(null);
  useEffect(() => {
    import("@/components/invoices/preview/pdf-viewer").then(
      ({ PdfViewer }) => setViewer({ PdfViewer }),
      () => setFailedId("all"),
    );
  }, []);

  const hasFailed = (prepared && "hasFailed" in prepared) || failedId === entry.id || failedId === "all";
  if (hasFailed)
    return (
      <div className="reading-message" role="alert">
        <p>{words.failed}</p>
        <a className="button" href={entry.originalHref}>
          {words.open}
        </a>
      </div>
    );
  if (prepared && "html" in prepared)
    return (
      // The readable view that the server wrote, taken from its page.
      <div className="reading-readable" dangerouslySetInnerHTML={{ __html: prepared.html }} />
    );
  if (prepared && "bytes" in prepared && viewer)
    return (
      <viewer.PdfViewer
        key={entry.id}
        href={entry.originalHref}
        bytes={prepared.bytes}
        words={words.preview}
        isFilling
        onFail={() => setFailedId(entry.id)}
      />
    );
  return <p className="reading-message">{words.loading}</p>;
}
