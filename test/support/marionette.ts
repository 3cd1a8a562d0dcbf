import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** Firefox, driven by the protocol that it speaks itself: `length:[type, id, error, result]`. */
export interface Firefox {
  /** Where what is saved goes. */
  readonly downloads: string;
  send(command: string, parameters?: object): Promise<unknown>;
  /** What a script that returns something returns. */
  evaluate(script: string): Promise<unknown>;
  press(...keys: readonly (keyof typeof KEYS)[]): Promise<void>;
  close(): Promise<void>;
}

const KEYS = { Tab: "\ue004", Enter: "\ue007", ArrowDown: "\ue015", Space: " " } as const;

export async function openFirefox(program: string): Promise<Firefox> {
  const profile = mkdtempSync(join(tmpdir(), "coprod-firefox-"));
  const downloads = join(profile, "downloads");
  mkdirSync(downloads);
  const port = await freePort();
  const settings = {
    "browser.download.dir": downloads,
    "browser.download.folderList": 2,
    "browser.download.useDownloadDir": true,
    "browser.shell.checkDefaultBrowser": false,
    "datareporting.policy.dataSubmissionEnabled": false,
    "marionette.port": port,
  };
  writeFileSync(
    join(profile, "user.js"),
    Object.entries(settings)
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
      .join(""),
  );
  const child = spawn(
    program,
    ["--headless", "--marionette", "--no-remote", "--profile", profile],
    { stdio: "ignore" },
  );
  const talk = new Talk(await connected(port));
  await talk.send("WebDriver:NewSession", {
    capabilities: { alwaysMatch: { unhandledPromptBehavior: "accept" } },
  });
  return {
    downloads,
    send: (command, parameters) => talk.send(command, parameters),
    evaluate: (script) => talk.value("WebDriver:ExecuteScript", { script, args: [] }),
    async press(...keys) {
      for (const key of keys) {
        const value = KEYS[key];
        const actions = [
          { type: "keyDown", value },
          { type: "keyUp", value },
        ];
        await talk.send("WebDriver:PerformActions", {
          actions: [{ type: "key", id: "keys", actions }],
        });
      }
    },
    async close() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      talk.end();
      child.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function connected(port: number): Promise<Socket> {
  for (let tries = 0; ; tries++) {
    const socket = connect(port, "127.0.0.1");
    const isOpen = await new Promise<boolean>((resolve) => {
      socket.once("connect", () => resolve(true));
      socket.once("error", () => resolve(false));
    });
    if (isOpen) return socket;
    if (tries > 100) throw new Error("Firefox does not answer.");
    await wait(500);
  }
}

type Answer = (error: unknown, result: unknown) => void;

class Talk {
  private readonly socket: Socket;
  private readonly waiting = new Map<number, Answer>();
  private bytes = Buffer.alloc(0);
  private last = 0;

  constructor(socket: Socket) {
    this.socket = socket;
    socket.on("data", (part) => this.take(Buffer.from(part)));
  }

  send(command: string, parameters: object = {}): Promise<unknown> {
    this.last += 1;
    const message = JSON.stringify([0, this.last, command, parameters]);
    const answer = new Promise<unknown>((resolve, reject) => {
      this.waiting.set(this.last, (error, result) =>
        error === null
          ? resolve(result)
          : reject(new Error(`${command}: ${JSON.stringify(error).slice(0, 400)}`)),
      );
    });
    this.socket.write(`${Buffer.byteLength(message)}:${message}`);
    return answer;
  }

  async value(command: string, parameters: object): Promise<unknown> {
    return ((await this.send(command, parameters)) as { readonly value: unknown }).value;
  }

  end(): void {
    this.socket.destroy();
  }

  private take(part: Buffer): void {
    this.bytes = Buffer.concat([this.bytes, part]);
    for (;;) {
      const colon = this.bytes.indexOf(":");
      const end = colon + 1 + Number(this.bytes.subarray(0, Math.max(0, colon)).toString());
      if (colon < 0 || this.bytes.length < end) return;
      const message: unknown = JSON.parse(this.bytes.subarray(colon + 1, end).toString());
      this.bytes = this.bytes.subarray(end);
      // The first is a greeting.
      if (Array.isArray(message)) this.waiting.get(message[1])?.(message[2], message[3]);
    }
  }
}
