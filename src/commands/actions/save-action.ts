import { editText } from "../../assessment/edit.ts";
import type { Action } from "../../assessment/schema.ts";
import type { Context } from "../../context.ts";
import { EditableYaml } from "../../source/editable-yaml.ts";
import type { LoadedAssessment } from "../../workspace/load-assessment.ts";
import { type Saved, saveAssessment } from "../../workspace/save-assessment.ts";

/** Puts one action into the file; everything else in it stays as a person wrote it. */
export async function saveAction(
  context: Context,
  { path, text }: LoadedAssessment,
  action: Action,
): Promise<Saved> {
  const edited = editText(EditableYaml.read(text), [{ kind: "act", action }]);
  return saveAssessment(context, { path, last: text, text: edited.text });
}
