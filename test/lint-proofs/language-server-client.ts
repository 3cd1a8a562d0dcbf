import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { pathToFileURL } from "node:url";

/** As the protocol has it: lines and characters count from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface EditorDiagnostic {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly message: string;
}

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** Node 24, because the server wants a newer one than coprod does; it is no dependency of the package. */
const PACKAGES = ["node@24", "yaml-language-server@2.0.0"];
const COMMAND = [
  "--engine-strict=false",
  "--fetch-retries=0",
  "-y",
  ...PACKAGES.flatMap((name) => ["-p", name]),
];

const SETTINGS = {
  yaml: { validate: true, hover: true, completion: true, schemaStore: { enable: false } },
};

/** The Red Hat YAML language server, spoken to over its standard streams as an editor does. */
export class LanguageServer {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly waiting = new Map<number, (message: Message) => void>();
  private readonly published = new Map<string, (found: readonly EditorDiagnostic[]) => void>();
  private received = Buffer.alloc(0);
  private said = "";
  private last = 0;
  private readonly gone: Promise<never>;

  private constructor() {
    // Outside the repository, whose npm settings refuse packages for other versions of Node.
    this.child = spawn("npx", [...COMMAND, "yaml-language-server", "--stdio"], {
      cwd: tmpdir(),
      detached: true,
    });
    this.child.stdin.on("error", () => undefined);
    this.child.stdout.on("data", (bytes: Buffer) => this.receive(bytes));
    this.child.stderr.setEncoding("utf8").on("data", (text: string) => {
      this.said += text;
    });
    this.gone = new Promise((_, reject) => {
      this.child.on("error", reject);
      this.child.on("close", (code) => reject(new Error(`ended with ${code}: ${this.said}`)));
    });
    this.gone.catch(() => undefined);
  }

  /** Rejects where npm cannot bring the packages. */
  static async start(): Promise<LanguageServer> {
    const server = new LanguageServer();
    const capabilities = {
      workspace: { configuration: true },
      textDocument: { publishDiagnostics: {}, hover: { contentFormat: ["plaintext"] } },
    };
    try {
      await server.ask("initialize", { processId: process.pid, rootUri: null, capabilities });
    } catch (error) {
      server.stop();
      throw error;
    }
    server.tell("initialized", {});
    server.tell("workspace/didChangeConfiguration", { settings: SETTINGS });
    return server;
  }

  /** Opens a text as that file, and says what the server marks in it. */
  async open(path: string, text: string): Promise<readonly EditorDiagnostic[]> {
    const uri = pathToFileURL(path).href;
    const marked = new Promise<readonly EditorDiagnostic[]>((resolve) => {
      this.published.set(uri, resolve);
    });
    const textDocument = { uri, languageId: "yaml", version: 1, text };
    this.tell("textDocument/didOpen", { textDocument });
    return await Promise.race([marked, this.gone]);
  }

  async completion(path: string, position: Position): Promise<readonly string[]> {
    const result = await this.ask("textDocument/completion", at(path, position));
    const { items } = result as { items: readonly { readonly label: string }[] };
    return items.map(({ label }) => label);
  }

  async hover(path: string, position: Position): Promise<string> {
    return JSON.stringify(await this.ask("textDocument/hover", at(path, position)));
  }

  stop(): void {
    // npx starts a shell that starts the server; they are one group.
    try {
      process.kill(-(this.child.pid ?? 0), "SIGKILL");
    } catch {
      // It has ended by itself.
    }
  }

  private async ask(method: string, params: unknown): Promise<unknown> {
    this.last += 1;
    const id = this.last;
    const answered = new Promise<Message>((resolve) => {
      this.waiting.set(id, resolve);
    });
    this.send({ id, method, params });
    const { result, error } = await Promise.race([answered, this.gone]);
    if (error !== undefined) throw new Error(error.message);
    return result;
  }

  private tell(method: string, params: unknown): void {
    this.send({ method, params });
  }

  private send(message: Message): void {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    this.child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  private receive(bytes: Buffer): void {
    this.received = Buffer.concat([this.received, bytes]);
    for (;;) {
      const end = this.received.indexOf("\r\n\r\n");
      const head = this.received.subarray(0, Math.max(0, end)).toString("ascii");
      const length = Number(/Content-Length: (\d+)/iu.exec(head)?.[1]);
      const from = end + 4;
      if (end < 0 || this.received.length < from + length) return;
      const body = this.received.subarray(from, from + length).toString("utf8");
      this.received = this.received.subarray(from + length);
      this.hear(JSON.parse(body) as Message);
    }
  }

  private hear(message: Message): void {
    const { id, method, params } = message;
    if (method === undefined) {
      this.waiting.get(Number(id))?.(message);
    } else if (method === "textDocument/publishDiagnostics") {
      const { uri, diagnostics } = params as {
        readonly uri: string;
        readonly diagnostics: readonly EditorDiagnostic[];
      };
      this.published.get(uri)?.(diagnostics);
    } else if (id !== undefined) {
      this.send({ id, result: method === "workspace/configuration" ? settingsFor(params) : null });
    }
  }
}

function settingsFor(params: unknown): unknown {
  const { items } = params as { readonly items: readonly { readonly section?: string }[] };
  return items.map(({ section = "" }) => (SETTINGS as Record<string, unknown>)[section] ?? null);
}

function at(path: string, position: Position): unknown {
  return { textDocument: { uri: pathToFileURL(path).href }, position };
}
