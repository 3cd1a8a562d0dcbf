import { editText } from "../../assessment/edit.ts";
import type { Action } from "../../assessment/schema.ts";
import type { LoadedAssessment } from "../../files/load-assessment.ts";
import { type Saved, saveAssessment } from "../../files/save-assessment.ts";
import type { Context } from "../../platform/ports.ts";
import { EditableYaml } from "../../yaml/edit/editable-yaml.ts";

/** Puts one action into the file; everything else in it stays as a person wrote it. */
export async function saveAction(
  context: Context,
  { path, text }: LoadedAssessment,
  action: Action,
): Promise<Saved> {
  const edited = editText(EditableYaml.read(text), [{ kind: "act", action }]);
  return saveAssessment(context, { path, last: text, text: edited.text });
}
