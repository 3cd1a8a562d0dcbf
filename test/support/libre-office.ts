import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Whether LibreOffice's spreadsheet is installed here: CI has it. */
export const hasLibreOffice = existsSync("/usr/lib/libreoffice/program/libsclo.so");

function module(lines: readonly string[]): string {
  const code = lines.join("\n").replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
${code}
</script:module>
`;
}

/** Opens a spreadsheet in LibreOffice, runs lines of Basic with its first sheet as `sheet`, and saves it again. */
export function editInLibreOffice(
  path: string,
  lines: readonly string[],
  saved: { readonly path: string; readonly filter: string; readonly options?: string } = {
    path,
    filter: "Calc MS Excel 2007 XML",
  },
): void {
  inLibreOffice([
    "Sub Main",
    "Dim options(0) as new com.sun.star.beans.PropertyValue",
    'options(0).Name = "Hidden": options(0).Value = True',
    `doc = StarDesktop.loadComponentFromURL(ConvertToURL("${path}"), "_blank", 0, options())`,
    "sheet = doc.Sheets.getByIndex(0)",
    ...lines,
    "Dim save(1) as new com.sun.star.beans.PropertyValue",
    `save(0).Name = "FilterName": save(0).Value = "${saved.filter}"`,
    `save(1).Name = "FilterOptions": save(1).Value = "${saved.options ?? ""}"`,
    `doc.storeToURL(ConvertToURL("${saved.path}"), save())`,
    "doc.close(True)",
    "StarDesktop.terminate()",
    "End Sub",
  ]);
}

function inLibreOffice(lines: readonly string[]): void {
  const profile = mkdtempSync(join(tmpdir(), "office-"));
  const run = (...given: readonly string[]) =>
    execFileSync(
      "soffice",
      [`-env:UserInstallation=file://${profile}`, "--headless", "--norestore", ...given],
      { timeout: 100_000, stdio: "ignore" },
    );
  try {
    // It makes its folders, and in them the module that the lines are put into.
    run("--terminate_after_init");
    writeFileSync(join(profile, "user", "basic", "Standard", "Module1.xba"), module(lines));
    run("macro:///Standard.Module1.Main");
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}
