import { styleText } from "node:util";

export type Style = "bold" | "dim" | "red" | "green" | "yellow" | "cyan";

/** Adds colour to a text, or leaves it as it is where colour is off. */
export type Paint = (style: Style, text: string) => string;

export function createPaint(colour: boolean): Paint {
  return (style, text) => (colour ? styleText(style, text) : text);
}

/** Text from data made safe for a terminal: control and format characters are gone, so no escape sequence remains. */
export function toTerminalText(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]+/gu, " ");
}
