import { Head } from "@react-email/components";
import type { ReactNode } from "react";
import { describe, expect, it } from "vitest";
import { webLink } from "@/emails/mail-link";
import { writeMailTree } from "@/lib/mails/writing/write-mail-tree";

const textOf = (node: ReactNode) => writeMailTree(node).text;

describe("the text part", () => {
  it("separates paragraphs and headings by an empty line", () => {
    expect(
      textOf(
        <div>
          <h1>Title</h1>
          <p>
            One
            <br />
            two
          </p>
          <p>Three</p>
        </div>,
      ),
    ).toBe("Title\n\nOne\ntwo\n\nThree\n");
  });

  it("writes a link as text and address, with a colon as the language spaces it", () => {
    const link = <a href="https://a.example/x">Open</a>;
    expect(textOf(<p>{link}</p>)).toBe("Open: https://a.example/x\n");
    expect(
      textOf(
        <html lang="fr">
          <p>{link}</p>
        </html>,
      ),
    ).toBe("Open\u00a0: https://a.example/x\n");
    expect(textOf(<p>Then {link}</p>)).toBe("Then Open: https://a.example/x\n");
  });

  it("separates the address of a link inside a sentence from the sentence's punctuation", () => {
    expect(
      textOf(
        <p>
          Go to <a href="https://a.example/x">the page</a>, now.
        </p>,
      ),
    ).toBe("Go to the page, now.\nthe page: https://a.example/x\n");
  });

  it("gives links outside a sentence a line each, and mail addresses none", () => {
    expect(
      textOf(
        <p>
          <a href="https://a.example/x">X</a> · <a href="https://a.example/y">Y</a>
        </p>,
      ),
    ).toBe("X: https://a.example/x\nY: https://a.example/y\n");
    expect(
      textOf(
        <p>
          Ask <a href="mailto:a@b.example">a@b.example</a>
        </p>,
      ),
    ).toBe("Ask a@b.example\n");
  });

  it("aligns a table's columns, amounts to the right, and puts a row's link below it", () => {
    expect(
      textOf(
        <table>
          <tbody>
            <tr>
              <th colSpan={3}>Day</th>
            </tr>
            <tr>
              <td>
                <a href="https://a.example/1">A-1</a>
              </td>
              <td>plate</td>
              <td align="right">5,00</td>
            </tr>
            <tr>
              <td>A-10</td>
              <td />
              <td align="right">1 000,00</td>
            </tr>
          </tbody>
        </table>,
      ),
    ).toBe("Day\nA-1   plate      5,00\n  https://a.example/1\nA-10         1 000,00\n");
  });

  it("shows the alternative text of an image, and nothing for a decoration", () => {
    expect(
      textOf(
        <p>
          <a href="https://a.example/">
            <img src="https://a.example/logo.png" alt="Loueur Essai" width={120} height={40} />
          </a>
        </p>,
      ),
    ).toBe("Loueur Essai: https://a.example/\n");
    expect(
      textOf(
        <p>
          <img src="https://a.example/line.png" alt="" />
          Hello
        </p>,
      ),
    ).toBe("Hello\n");
  });

  it("leaves out the head and what is marked as not for the text part", () => {
    expect(
      textOf(
        <html lang="en">
          <Head>
            <title>No</title>
            <style>{".x{}"}</style>
          </Head>
          <body>
            <div data-skip-in-text="true">
              No <p>no</p>
            </div>
            <p>Yes</p>
          </body>
        </html>,
      ),
    ).toBe("Yes\n");
  });
});

describe("the contents of a mail", () => {
  it("have absolute web links only", () => {
    for (const url of [
      "/d/x",
      "javascript:alert(1)",
      "https:",
      "ftp://a.example/",
      "",
      " https://a.example",
    ]) {
      expect(() => webLink(url), url).toThrow(/not an absolute/);
    }
    expect(webLink('https://a.example/"<>')).toBe("https://a.example/%22%3C%3E");
  });
});
