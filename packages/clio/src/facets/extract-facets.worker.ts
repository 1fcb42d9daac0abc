import { serveTasks } from "@observatory/core";
import type { Conversation } from "../conversation.ts";
import { extractLexicalFacets } from "./extract-lexical-facets.ts";

serveTasks((conversations: readonly Conversation[]) => conversations.map(extractLexicalFacets));
