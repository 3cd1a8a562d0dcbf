// `npm run build`, after the types have been checked.
import { writeBundle } from "./bundle.js";

await writeBundle();
