import type { HelpBlock, HelpPiece } from "@/components/help/help-entry";

/** The text of an answer: paragraphs, headings, numbered steps, lists. */
export function HelpBlocks({ blocks }: { blocks: readonly HelpBlock[] }) {
  return (
    <div className="space-y-3">
      {blocks.map((block, index) => {
        if (block.kind === "title")
          return (
            <h2 className="mt-6" key={index}>
              {block.text}
            </h2>
          );
        if (block.kind === "text")
          return (
            <p key={index}>
              <Sentence pieces={block.pieces} />
            </p>
          );
        const items = block.items.map((pieces, item) => (
          <li key={item}>
            <Sentence pieces={pieces} />
          </li>
        ));
        const List = block.kind === "steps" ? "ol" : "ul";
        return (
          <List
            className={`grid gap-[0.6rem] pl-6 marker:font-bold marker:text-ink-2 ${block.kind === "steps" ? "list-decimal" : "list-disc"}`}
            key={index}
          >
            {items}
          </List>
        );
      })}
    </div>
  );
}

function Sentence({ pieces }: { pieces: readonly HelpPiece[] }) {
  return pieces.map((piece, index) => {
    if (piece.kind === "link")
      return (
        <a key={index} href={piece.href}>
          {piece.text}
        </a>
      );
    return piece.kind === "bold" ? <b key={index}>{piece.text}</b> : piece.text;
  });
}
