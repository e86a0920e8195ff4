import { isJsonObject, type Json } from '../kernel/json.ts';

/**
 * Lists of well-known servers came to 3.9 to 4.8 characters a token with a public tokenizer; those of Claude since 2026 count up to a
 * third more. This lies between, and is a rule of thumb.
 */
const charactersPerToken = 3.5;

/** Chinese, Japanese, Korean and others take about a token a character. */
const dense = /[\u2e80-\uffff]/g;

/** About how many tokens a text costs a model. */
export function estimatedTokens(text: string): number {
  const denseUnits = text.match(dense)?.length ?? 0;
  return Math.ceil(denseUnits + (text.length - denseUnits) / charactersPerToken);
}

/** About how many tokens a listed tool costs: its name, its description and its input schema are what a model is given. */
export function estimatedToolTokens(tool: Json): number {
  if (!isJsonObject(tool)) return 0;
  const {
    name = null,
    description = null,
    inputSchema = null,
  } = tool as { readonly [member: string]: Json | undefined };
  return estimatedTokens(JSON.stringify({ name, description, inputSchema }));
}
