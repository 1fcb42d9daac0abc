import "./backend/without-eval.ts";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { embeddedDataId, embeddedSourcesId } from "../shared/embedded-data.ts";
import { createServerBackend } from "./backend/server-backend.ts";
import { createStaticBackend } from "./backend/static-backend.ts";
import { applyTheme } from "./shell/use-theme.ts";
import "./theme.css";

const root = document.querySelector("#page");
if (root === null) throw new Error("the page has no place to draw in");

applyTheme();
const queries = new QueryClient({
  // A release does not change under the page, and a failure is said at once, with a button to try again.
  defaultOptions: { queries: { retry: false, staleTime: Infinity, refetchOnWindowFocus: false } },
});

const data = document.querySelector(`#${embeddedDataId}`);
const sources = document.querySelector(`#${embeddedSourcesId}`);
const backend =
  data === null || sources === null ? createServerBackend() : createStaticBackend({ data, sources });

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <App backend={backend} />
    </QueryClientProvider>
  </StrictMode>,
);
