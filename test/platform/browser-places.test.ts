import { describe, expect, it } from "vitest";
import { browserPlaces } from "../../src/platform/browser.ts";

describe("the places where a browser may be", () => {
  it("are the folders of the PATH on Linux", () => {
    const places = browserPlaces("linux", { PATH: "/usr/local/bin::/usr/bin" });
    expect(places).toContain("/usr/bin/chromium");
    expect(places).toContain("/usr/local/bin/google-chrome");
    expect(places.every((place) => place.startsWith("/usr/"))).toBe(true);
  });

  it("are also the applications on a Mac, for everybody and one's own", () => {
    const places = browserPlaces("darwin", { PATH: "/usr/bin", HOME: "/Users/sam" });
    expect(places).toContain("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    expect(places).toContain("/Users/sam/Applications/Chromium.app/Contents/MacOS/Chromium");
  });

  it("are the program folders on Windows, however their names are written", () => {
    const places = browserPlaces("win32", {
      Path: "C:\\tools;D:\\bin",
      "ProgramFiles(x86)": "C:\\Program Files (x86)",
      LocalAppData: "C:\\Users\\sam\\AppData\\Local",
    });
    expect(places).toContain("D:\\bin\\msedge.exe");
    expect(places).toContain("C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe");
    expect(places).toContain(
      "C:\\Users\\sam\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe",
    );
  });

  it("are none where nothing is known", () => {
    expect(browserPlaces("linux", {})).toEqual([]);
  });
});
