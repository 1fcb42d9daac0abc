import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { createServerBackend } from "./backend/server-backend.ts";

const root = document.querySelector("#page");
if (root === null) throw new Error("the page has no place to draw in");

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={new QueryClient()}>
      <App backend={createServerBackend()} />
    </QueryClientProvider>
  </StrictMode>,
);
