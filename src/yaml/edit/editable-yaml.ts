import { type Document, parseDocument } from "yaml";
import { sameValue } from "../same-value.ts";
import { rewriteDocument } from "./rewrite-yaml.ts";
import { spliceYaml } from "./splice-yaml.ts";
import { yamlText } from "./yaml-text.ts";

/**
 * YAML text that can be made to hold another value. What did not change stays as a person wrote it: comments, order,
 * quotes, blank lines and line ends. Each change gives a new `EditableYaml`.
 */
export class EditableYaml {
  readonly text: string;
  readonly value: unknown;
  private readonly lineEnd: "\n" | "\r\n";
  /** The text with `\n` line ends, which is what the parsed positions count in. */
  private readonly plain: string;
  private readonly document: Document.Parsed;

  private constructor(text: string) {
    this.text = text;
    this.lineEnd = /\r\n/u.test(text) && !/(?<!\r)\n/u.test(text) ? "\r\n" : "\n";
    this.plain = this.lineEnd === "\n" ? text : text.replaceAll("\r\n", "\n");
    this.document = parse(this.plain);
    this.value = this.document.toJS() as unknown;
  }

  static read(text: string): EditableYaml {
    return new EditableYaml(text);
  }

  /** The same file holding `value`, which must be plain data. */
  holding(value: unknown): EditableYaml {
    if (sameValue(this.value, value)) return this;
    return (
      this.spliced(value) ??
      this.ifItHolds(value, rewriteDocument(parse(this.plain), value)) ??
      this.withText(yamlText(value))
    );
  }

  /** Undefined where the layout is too unusual to change only the lines concerned. */
  private spliced(value: unknown): EditableYaml | undefined {
    const text = spliceYaml({ text: this.plain, document: this.document, from: this.value }, value);
    return text === undefined ? undefined : this.ifItHolds(value, text);
  }

  private ifItHolds(value: unknown, text: string): EditableYaml | undefined {
    const changed = this.withText(text);
    const sound = changed.document.errors.length === 0 && sameValue(changed.value, value);
    return sound ? changed : undefined;
  }

  private withText(plain: string): EditableYaml {
    return new EditableYaml(this.lineEnd === "\n" ? plain : plain.replaceAll("\n", this.lineEnd));
  }
}

function parse(text: string): Document.Parsed {
  return parseDocument(text, { logLevel: "error" });
}
