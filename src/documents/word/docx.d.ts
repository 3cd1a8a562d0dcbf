/**
 * What is used of the package docx. Its own types name their neighbours without an ending, which no compiler follows
 * that resolves modules as Node does.
 */
declare module "docx" {
  interface Spacing {
    readonly before?: number;
    readonly after?: number;
  }
  interface Border {
    readonly style: string;
    readonly size: number;
    readonly color: string;
  }
  export interface IParagraphOptions {
    readonly heading?: string;
    readonly alignment?: string;
    readonly outlineLevel?: number;
    readonly keepNext?: boolean;
    readonly spacing?: Spacing;
    readonly indent?: { readonly left: number; readonly hanging: number };
    readonly numbering?: {
      readonly reference: string;
      readonly level: number;
      readonly instance: number;
    };
    readonly children?: readonly ParagraphChild[];
  }
  export interface IRunOptions {
    readonly text?: string;
    readonly children?: readonly string[];
    readonly bold?: boolean;
    readonly italics?: boolean;
    readonly size?: number;
    readonly color?: string;
    readonly font?: string;
    readonly style?: string;
    readonly language?: { readonly value: string };
    readonly rightToLeft?: boolean;
  }
  interface Style {
    readonly run?: IRunOptions;
    readonly paragraph?: IParagraphOptions;
  }
  export interface IStylesOptions {
    readonly default: Readonly<
      Record<"document" | "heading1" | "heading2" | "heading3" | "heading4", Style>
    >;
    readonly paragraphStyles: readonly {
      readonly id: string;
      readonly name: string;
      readonly quickFormat?: boolean;
    }[];
  }
  export class TextRun {
    constructor(options: IRunOptions);
    private readonly kind: "run";
  }
  export class ImageRun {
    constructor(options: {
      readonly type: "png" | "jpg" | "gif";
      readonly data: Uint8Array;
      readonly transformation: { readonly width: number; readonly height: number };
      readonly altText?: {
        readonly name: string;
        readonly title: string;
        readonly description: string;
      };
    });
    private readonly kind: "image";
  }
  export class ExternalHyperlink {
    constructor(options: { readonly link: string; readonly children: readonly TextRun[] });
    private readonly kind: "link";
  }
  export type ParagraphChild = TextRun | ImageRun | ExternalHyperlink;
  export class Paragraph {
    constructor(options: IParagraphOptions);
    private readonly kind: "paragraph";
  }
  export class TableCell {
    constructor(options: {
      readonly margins?: { readonly left: number; readonly right: number };
      readonly children: readonly Paragraph[];
    });
    private readonly kind: "cell";
  }
  export class TableRow {
    constructor(options: {
      readonly tableHeader?: boolean;
      readonly cantSplit?: boolean;
      readonly children: readonly TableCell[];
    });
    private readonly kind: "row";
  }
  export class Table {
    constructor(options: {
      readonly width: { readonly size: number; readonly type: string };
      readonly columnWidths: readonly number[];
      readonly borders: Readonly<
        Record<"top" | "bottom" | "left" | "right" | "insideHorizontal" | "insideVertical", Border>
      >;
      readonly rows: readonly TableRow[];
    });
    private readonly kind: "table";
  }
  export type FileChild = Paragraph | Table;
  export class Footer {
    constructor(options: { readonly children: readonly FileChild[] });
    private readonly kind: "footer";
  }
  export class Document {
    constructor(options: {
      readonly title: string;
      readonly creator: string;
      readonly lastModifiedBy: string;
      readonly styles: IStylesOptions;
      readonly numbering: {
        readonly config: readonly {
          readonly reference: string;
          readonly levels: readonly {
            readonly level: number;
            readonly format: string;
            readonly text: string;
            readonly alignment: string;
            readonly style: { readonly paragraph: IParagraphOptions };
          }[];
        }[];
      };
      readonly sections: readonly {
        readonly properties: object;
        readonly footers: { readonly default: Footer };
        readonly children: readonly FileChild[];
      }[];
    });
    private readonly kind: "document";
  }
  export const Packer: { toBuffer(document: Document): Promise<Buffer> };
  export const AlignmentType: { readonly LEFT: string; readonly RIGHT: string };
  export const LevelFormat: { readonly DECIMAL: string; readonly BULLET: string };
  export const PageNumber: { readonly CURRENT: string; readonly TOTAL_PAGES: string };
  export const BorderStyle: { readonly SINGLE: string; readonly NONE: string };
  export const WidthType: { readonly PERCENTAGE: string };
  export const HeadingLevel: Readonly<
    Record<"HEADING_1" | "HEADING_2" | "HEADING_3" | "HEADING_4", string>
  >;
  export function convertMillimetersToTwip(millimetres: number): number;
}
