import { z } from "zod";
import { toInstant } from "../conversion/to-instant.ts";
import { lineSchema, readClaudeCodeLine } from "./claude-code-line.ts";
import { found, lost, type GroupedFormat } from "./conversation-draft.ts";
import { followThread } from "./follow-thread.ts";
import { toMessageDrafts, turnSchema, type Turn } from "./turns.ts";

/** Lines that stand in a chain of messages; the others tell the program how to show the session. */
const linkedTypes = ["user", "assistant", "system", "progress", "attachment"];
const otherTypes = [
  "summary",
  "file-history-snapshot",
  "queue-operation",
  "last-prompt",
  "custom-title",
  "ai-title",
  "mode",
  "permission-mode",
];

const linked = z.object({ type: z.enum(linkedTypes), sessionId: z.string(), uuid: z.string() });
const other = z
  .object({ type: z.enum(otherTypes) })
  .and(
    z.union([
      z.object({ sessionId: z.string() }),
      z.object({ leafUuid: z.string() }),
      z.object({ snapshot: z.looseObject({}) }),
    ]),
  );

const partSchema = z.object({
  id: z.string().nullable(),
  /** Absent where the line does not say what it follows. */
  parent: z.string().nullable().optional(),
  time: z.string().nullable(),
  isSidechain: z.boolean(),
  /** Null where the line only links others. */
  spoken: z
    .object({
      turns: z.array(turnSchema),
      hasHidden: z.boolean(),
      answerId: z.string().nullable(),
      model: z.string().nullable(),
      calls: z.array(z.string()),
      results: z.array(z.string()),
    })
    .nullable(),
});

type Part = z.infer<typeof partSchema>;

/**
 * Session logs of Claude Code: `~/.claude/projects/DIRECTORY/SESSION.jsonl`, a line for each event.
 *
 * What is said in a session is the way from its first line to its newest along `parentUuid`; what was taken back or
 * edited lies beside it, and so do the talks with subagents (`isSidechain`). Results of tools come as messages of the
 * user, one answer comes in several lines with the same `message.id`, and calls made at once branch the way without
 * being branches. Lines that are not the user's words say so by flags or by their wrapping; summaries of compacted talk
 * repeat what stands before. A fork repeats the lines of the session that it left, which `forkedFrom` names, and a
 * resumed session may repeat its own: each line counts once, in the session where it was first said.
 * Directories, branches and names of files are not taken.
 */
export const claudeCodeFormat = {
  name: "claude-code",
  describe:
    'Claude Code session logs: {"type":"user" | "assistant" | ...,"sessionId","uuid","parentUuid","message"}, a line each',
  detect: (value) => (linked.safeParse(value).success ? 1 : other.safeParse(value).success ? 0.6 : 0),
  parseParts: (value) => {
    const { data } = lineSchema.safeParse(value);
    if (data === undefined) return lost("not-a-conversation");
    const { type, sessionId, uuid = null, logicalParentUuid, forkedFrom, timestamp } = data;
    if (!linkedTypes.includes(type) || sessionId === undefined) {
      return otherTypes.includes(type) || sessionId !== undefined ? found([]) : lost("not-a-conversation");
    }
    const isSidechain = data.isSidechain === true;
    const time = toInstant(timestamp);
    const spoken = isSidechain ? null : readClaudeCodeLine(data);
    const parent = data.parentUuid ?? logicalParentUuid ?? data.parentUuid;
    const part = {
      id: uuid,
      time,
      isSidechain,
      spoken: spoken === null ? null : { ...spoken, turns: spoken.turns.map((turn) => ({ ...turn })) },
      ...(parent === undefined ? {} : { parent }),
    };
    const session = forkedFrom?.messageUuid === uuid ? forkedFrom.sessionId : sessionId;
    return found([{ group: session, order: time ?? "", value: part }]);
  },
  assemble: (parts, onRepair) => {
    const lines = parts.map(({ value }) => partSchema.parse(value));
    const spoken = toLines(lines.filter(({ isSidechain }) => !isSidechain));
    const thread = followThread(spoken, spoken.findLast((line) => line.spoken !== null)?.id);
    const kept = keepParallel(spoken, new Set(thread.nodes));
    if (thread.isBroken) onRepair("broken-thread");
    if (
      lines.some(({ isSidechain }) => isSidechain) ||
      spoken.some((line) => isSaid(line) && !kept.has(line))
    )
      onRepair("branches-dropped");

    const said = spoken.filter((line) => kept.has(line));
    if (said.some((line) => line.spoken?.hasHidden === true)) onRepair("hidden-parts-dropped");
    return found({
      id: parts[0]?.group,
      createdAt: said.find((line) => isSaid(line) && line.time !== null)?.time,
      model: said.findLast((line) => (line.spoken?.model ?? null) !== null)?.spoken?.model,
      messages: toMessageDrafts(toJoinedTurns(said), onRepair),
    });
  },
} as const satisfies GroupedFormat;

interface Line extends Omit<Part, "id"> {
  readonly id: string;
  readonly parent: string | null | undefined;
}

/** The lines that count: of a line that is repeated the first. */
function toLines(parts: readonly Part[]): Line[] {
  const seen = new Set<string>();
  return parts.flatMap((part, place) => {
    const id = part.id ?? `#${place}`;
    if (seen.has(id)) return [];
    seen.add(id);
    return [{ ...part, id, parent: part.parent }];
  });
}

/**
 * Adds to the lines of the way what belongs to it beside it: pieces of an answer of which a piece is on the way, and
 * the results of their calls.
 */
function keepParallel(lines: readonly Line[], way: ReadonlySet<Line>): ReadonlySet<Line> {
  const answers = new Set([...way].flatMap((line) => line.spoken?.answerId ?? []));
  const kept = new Set(way);
  const calls = new Set<string>();
  for (const line of lines) {
    const answerId = line.spoken?.answerId ?? null;
    if (answerId !== null && answers.has(answerId)) kept.add(line);
    if (kept.has(line)) for (const call of line.spoken?.calls ?? []) calls.add(call);
  }
  for (const line of lines) if (line.spoken?.results.some((id) => calls.has(id)) === true) kept.add(line);
  return kept;
}

function isSaid(line: Line): boolean {
  return line.spoken !== null && line.spoken.turns.length > 0;
}

/** The turns of all lines in order; pieces of one answer that nothing parts are one turn, each piece once. */
function toJoinedTurns(lines: readonly Line[]): Turn[] {
  const turns: Turn[] = [];
  let open: { readonly answerId: string; readonly pieces: Set<string> } | null = null;
  for (const { spoken } of lines) {
    for (const turn of spoken?.turns ?? []) {
      const answerId = turn.role === "assistant" ? (spoken?.answerId ?? null) : null;
      const last = turns.at(-1);
      if (open === null || answerId !== open.answerId || last === undefined) {
        turns.push(turn);
        open = answerId === null ? null : { answerId, pieces: new Set([turn.text]) };
      } else if (!open.pieces.has(turn.text)) {
        open.pieces.add(turn.text);
        turns[turns.length - 1] = {
          role: turn.role,
          text: `${last.text}\n${turn.text}`,
          isMarked: last.isMarked || turn.isMarked,
        };
      }
    }
  }
  return turns;
}
