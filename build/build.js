import { writeBundle } from "./bundle.js";

await writeBundle();
