import { config } from "zod";

// Zod tries to compile schemas, which the page's content-security policy refuses and reports. Imported before any schema.
config({ jitless: true });
